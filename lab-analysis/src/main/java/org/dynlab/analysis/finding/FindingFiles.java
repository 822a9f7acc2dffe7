package org.dynlab.analysis.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.disk.Disk;

/** Findings as files: every table as CSV, all of them as one page of Markdown. */
public final class FindingFiles {
  private FindingFiles() {}

  /**
   * Writes {@code <finding>-<table>.csv} for every table, and {@code findings.md}, into the folder,
   * which is made if it is missing.
   *
   * @param title of the page
   * @return the files
   */
  public static List<Path> write(String title, List<Finding> findings, Path folder) {
    try {
      Disk.current().makeFolders(folder);
      List<Path> files = new ArrayList<>();
      for (Finding finding : findings) {
        for (DataTable table : finding.tables()) {
          String name = finding.id() + "-" + table.id() + ".csv";
          files.add(write(folder.resolve(name), Rendering.csv(table)));
        }
      }
      files.add(write(folder.resolve("findings.md"), markdown(title, findings)));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("findings could not be written to " + folder, e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    return file;
  }

  /** All findings as one page. */
  static String markdown(String title, List<Finding> findings) {
    StringBuilder page = new StringBuilder("# " + title + "\n");
    for (Finding finding : findings) {
      page.append("\n## ").append(finding.title()).append("\n\n");
      page.append(finding.reading()).append('\n');
      finding.tables().forEach(t -> page.append('\n').append(Rendering.markdown(t)));
      if (!finding.notes().isEmpty()) {
        page.append('\n');
      }
      finding.notes().forEach(note -> page.append("- ").append(note).append('\n'));
    }
    return page.toString();
  }
}

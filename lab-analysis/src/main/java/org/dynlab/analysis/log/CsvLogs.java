package org.dynlab.analysis.log;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dynlab.analysis.InParallel;
import org.dynlab.analysis.curve.Shelf;
import org.dynlab.store.problem.UserError;

/**
 * Reads CSV logs of any program: one file per run, or long files with a column that tells runs
 * apart.
 *
 * <p>RFC 4180 with a header; commas, semicolons or tabs; numbers as Python, NumPy, R and Java spell
 * them; an empty cell says that nothing was measured. Rows of the same step are joined (loggers
 * that write train and eval rows apart), rows that are out of order are sorted. What analysis
 * cannot go on with is a user's error with its file and line:
 *
 * <ul>
 *   <li>no file, a folder, no text, no header, a column twice in it;
 *   <li>the step, run or arm column, or a column that was asked for, is missing from a file;
 *   <li>text in a column that was asked for, or in the step; a step that is no whole number from 0;
 *   <li>more cells than the header has, a quote that is not closed;
 *   <li>a run that begins again at its first step, and two arms in a file without a run column;
 *   <li>files that share no column, and no row at all.
 * </ul>
 *
 * <p>Everything else that does not enter is listed as an {@link Omission}: files without rows, rows
 * with too few cells or without a step or a run, a cut last row, columns of text where all numeric
 * columns are read, columns that only some files have; and so is what enters but should be known:
 * sorted rows, cells that a later row of their step replaced, NaN and infinite cells, runs of
 * different lengths, runs of one row, a single run, seeds that are not known.
 */
public final class CsvLogs {
  private CsvLogs() {}

  /**
   * Where in the files what stands.
   *
   * @param step the column of completed updates: whole numbers from 0
   * @param run the column that tells the runs of a file apart; if absent, each file is one run
   * @param arm the columns whose cells name the arm of a run, may be empty
   * @param columns the columns to read as numbers; if empty, all that hold nothing but numbers
   */
  public record Layout(String step, Optional<String> run, List<String> arm, List<String> columns) {

    /** Copies the lists; a column has one meaning only. */
    public Layout {
      arm = List.copyOf(arm);
      columns = List.copyOf(columns);
      Set<String> seen = new HashSet<>();
      Stream.of(List.of(step), run.stream().toList(), arm, columns)
          .flatMap(List::stream)
          .filter(column -> !seen.add(column))
          .findFirst()
          .ifPresent(Layout::refuse);
    }

    private static void refuse(String column) {
      String rule = "must be named once: as step, run, arm or column to read";
      throw new UserError("column " + column, rule, "a second time", "");
    }

    /** One file per run, all numeric columns. */
    public static Layout of(String step) {
      return new Layout(step, Optional.empty(), List.of(), List.of());
    }

    /** The same with other columns to read. */
    public Layout reading(List<String> others) {
      return new Layout(step, run, arm, others);
    }
  }

  /**
   * Reads the files, several at once. Memory: 8 bytes per cell of the files that are read at once
   * and of the first curves; the others lie on a {@link Shelf}.
   *
   * @param files in the order of the runs; one that is named twice is read once
   */
  public static Logs read(List<Path> files, Layout layout) {
    if (files.isEmpty()) {
      throw new UserError("logs", "must be at least one file", "none", "");
    }
    List<Path> distinct = List.copyOf(new LinkedHashSet<>(files));
    List<LogHeader> headers = InParallel.map(distinct, LogHeader::read);
    LogColumns columns = LogColumns.of(layout, headers);
    Shelf shelf = new Shelf();
    List<LoggedFile> read =
        InParallel.map(headers, header -> LogReader.read(header, layout, columns, shelf));
    return new LogAssembly(layout, columns, headers, read).logs(name(distinct));
  }

  /** That of the only file, or of the folder of the first one. */
  private static String name(List<Path> files) {
    Path first = files.get(0).toAbsolutePath().normalize();
    String name = String.valueOf(first.getFileName());
    boolean one = files.size() == 1;
    return one ? name.replaceFirst("\\.csv$", "") : folder(first);
  }

  private static String folder(Path file) {
    Path folder = file.getParent().getFileName();
    return folder == null ? "logs" : folder.toString();
  }
}

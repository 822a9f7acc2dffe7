package org.dynlab.analysis.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;

/** Logs for tests, in a folder. */
record LogFolder(Path folder) {
  static final CsvLogs.Layout STEP = CsvLogs.Layout.of("step");

  Path put(String name, String text) {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path put(String name, byte[] bytes) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is read of one file. */
  Logs read(String text, CsvLogs.Layout layout) {
    return CsvLogs.read(List.of(put("a.csv", text)), layout);
  }

  /** What is read of several files, each a run with its number as name. */
  Logs readAll(CsvLogs.Layout layout, String... texts) {
    List<Path> files =
        IntStream.range(0, texts.length).mapToObj(i -> put(i + ".csv", texts[i])).toList();
    return CsvLogs.read(files, layout);
  }

  /** The omissions as lines, without the folder. */
  List<String> lines(Logs logs) {
    return logs.omissions().stream()
        .map(omission -> omission.text().replace(folder + "/", ""))
        .filter(line -> !line.startsWith("the runs: "))
        .toList();
  }

  static CsvLogs.Layout runs(String run, String... columns) {
    return new CsvLogs.Layout("step", Optional.of(run), List.of(), List.of(columns));
  }

  /** The points of a curve as text: {@code 0=1.5 10=0.25}. */
  static String points(Run run, String column) {
    Curve curve = run.curve(column).orElseThrow();
    String[] points = new String[curve.size()];
    Arrays.setAll(points, i -> curve.step(i) + "=" + curve.value(i));
    return String.join(" ", points);
  }
}

package org.dynlab.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.log.CsvLogs;
import org.dynlab.analysis.log.LogFiles;

/**
 * Reads what {@link LongLogs} has made, and then every value once: {@code ReadingBenchmark runs
 * FOLDER} as run directories, {@code ReadingBenchmark csv FOLDER [COLUMN...]} as CSV logs, of which
 * these columns or all of them. Prints seconds.
 */
public final class ReadingBenchmark {
  private ReadingBenchmark() {}

  /** Reads and prints. */
  public static void main(String[] arguments) {
    List<String> all = List.of(arguments);
    long start = System.nanoTime();
    Sweep sweep =
        all.get(0).equals("csv")
            ? csv(all.get(1), all.subList(2, all.size()))
            : Sweep.open(Path.of(all.get(1)));
    long read = System.nanoTime();
    double sum = 0;
    for (Run run : sweep.runs()) {
      for (Curve curve : run.curves().values()) {
        for (int i = 0; i < curve.size(); i++) {
          sum += curve.value(i);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: read in %.1f s, all values in %.1f s, sum %s%n",
        all.get(0),
        1e-9 * (read - start),
        1e-9 * (System.nanoTime() - read),
        sum);
  }

  private static Sweep csv(String folder, List<String> columns) {
    List<Path> files = LogFiles.matching(List.of(folder + "/*/metrics.csv"));
    return CsvLogs.read(files, CsvLogs.Layout.of("step").reading(columns)).sweep();
  }
}

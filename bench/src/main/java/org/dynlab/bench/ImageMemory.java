package org.dynlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dynlab.core.experiment.BatchMode;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.model.Model;
import org.dynlab.core.train.Progress;
import org.dynlab.instrument.fit.LossAndAccuracy;

/**
 * The most memory a process takes, heap and native, that trains on as many images as MNIST has and
 * measures loss and accuracy of both sets every 50 steps. Prints {@code lab,network,peak_MB}; Linux
 * only.
 *
 * <p>Arguments: {@code lenet} or the hidden widths as in {@code 200x200}, batch size, steps.
 */
public final class ImageMemory {
  private static final int KIB_PER_MIB = 1024;

  private ImageMemory() {}

  /** Runs one case. */
  public static void main(String[] args) throws IOException {
    Model model =
        args[0].equals("lenet")
            ? ImageBenchmark.lenet("relu", "max")
            : ImageBenchmark.dense(args[0]);
    Bench.run(
        new RandomImages(60_000, 10_000),
        model,
        BatchMode.of(Integer.parseInt(args[1])),
        List.of(
            new Probe(
                new LossAndAccuracy(List.of(LossAndAccuracy.Part.values())),
                new Cadence.Every(50))),
        Integer.parseInt(args[2]),
        Progress.silent());
    System.out.printf(Locale.ROOT, "lab,%s,%d%n", args[0], peakKib() / KIB_PER_MIB);
  }

  private static long peakKib() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}

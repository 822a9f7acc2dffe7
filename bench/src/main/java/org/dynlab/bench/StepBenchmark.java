package org.dynlab.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dynlab.core.model.Model;

/**
 * Times the bare training step of the lab: gradient through Deeplearning4j, AdamW, parameters
 * written back, progress told; no instruments. Prints one line: {@code lab,case,median_ms,min_ms,
 * steps}, the case named as {@code bench/torch/step.py} names it.
 *
 * <p>Arguments: batch inputs hidden outputs, {@code relu|quadratic}, {@code dense|embedding},
 * {@code wall|cpu}, steps.
 */
public final class StepBenchmark {
  private static final Map<String, String> NAMES =
      Map.of("relu", "relu-crossEntropy-bias", "quadratic", "quadratic-mse-noBias");

  private StepBenchmark() {}

  /** Runs one case. */
  public static void main(String[] args) {
    int batch = Integer.parseInt(args[0]);
    int inputs = Integer.parseInt(args[1]);
    int hidden = Integer.parseInt(args[2]);
    int outputs = Integer.parseInt(args[3]);
    boolean dense = args[5].equals("dense");
    int steps = Integer.parseInt(args[7]);
    Model model = args[4].equals("relu") ? Bench.relu(hidden) : Bench.quadratic(hidden);
    StepClock clock = new StepClock(args[6].equals("cpu"), steps, steps);
    Bench.run(new RandomPairs(batch, inputs, outputs, dense), model, List.of(), 2 * steps, clock);
    System.out.printf(
        Locale.ROOT,
        "lab,%dx%dx%dx%d-%s-%s,%.4f,%.4f,%d%n",
        batch,
        inputs,
        hidden,
        outputs,
        NAMES.get(args[4]),
        args[5],
        clock.median(),
        clock.least(),
        steps);
  }
}

package org.dynlab.bench;

import java.util.List;
import java.util.Locale;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.convolution.Pooling;
import org.dynlab.core.experiment.BatchMode;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.Lenet;
import org.dynlab.core.model.Mlp;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.initialisation.TorchDefault;

/**
 * Times the bare mini-batch step on images: batch taken out of the bytes, gradient, AdamW,
 * parameters written back; no instruments. Prints {@code lab,case,median_ms,min_ms,steps}, the case
 * named as {@code bench/torch/images.py} names it.
 *
 * <p>Arguments: {@code lenet} or the hidden widths as in {@code 200x200}, batch size, {@code
 * wall|cpu}, steps, and for lenet {@code relu|tanh}, {@code max|average}.
 */
public final class ImageBenchmark {
  private static final int IMAGES = 10_000;

  private ImageBenchmark() {}

  /** Runs one case. */
  public static void main(String[] args) {
    int batch = Integer.parseInt(args[1]);
    int steps = Integer.parseInt(args[3]);
    Model model = args[0].equals("lenet") ? lenet(args[4], args[5]) : dense(args[0]);
    String variant = args[0].equals("lenet") ? "-" + args[4] + "-" + args[5] : "";
    StepClock clock = new StepClock(args[2].equals("cpu"), steps, steps);
    Bench.run(new RandomImages(IMAGES, 8), model, BatchMode.of(batch), List.of(), 2 * steps, clock);
    System.out.printf(
        Locale.ROOT,
        "lab,%s%s-batch%d,%.4f,%.4f,%d%n",
        args[0],
        variant,
        batch,
        clock.median(),
        clock.least(),
        steps);
  }

  static Model lenet(String function, String pooling) {
    return new Lenet(
        List.of(6, 16),
        5,
        2,
        Pooling.valueOf(pooling.toUpperCase(Locale.ROOT)),
        List.of(120, 84),
        Activation.valueOf(function.toUpperCase(Locale.ROOT)),
        true,
        new TorchDefault(),
        1,
        Loss.SOFTMAX_CROSS_ENTROPY);
  }

  static Model dense(String widths) {
    List<Integer> hidden = List.of(widths.split("x")).stream().map(Integer::valueOf).toList();
    return new Mlp(
        hidden, Activation.RELU, true, new TorchDefault(), 1, Loss.SOFTMAX_CROSS_ENTROPY);
  }
}

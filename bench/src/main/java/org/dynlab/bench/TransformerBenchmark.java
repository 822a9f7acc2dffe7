package org.dynlab.bench;

import java.util.List;
import java.util.Locale;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.Model;
import org.dynlab.core.model.Transformer;
import org.dynlab.core.model.TransformerOutputs;
import org.dynlab.core.model.TransformerStart;

/**
 * Times the bare training step of the transformer of width 128 with 4 heads and 512 feed-forward
 * units on sentences (x, y, =): gradient, AdamW, parameters written back, progress told. Prints
 * {@code lab,case,median_ms,min_ms,steps}, the case named as {@code
 * bench/torch/transformer_step.py} names it.
 *
 * <p>Arguments: batch, modulus, blocks, {@code wall|cpu}, steps.
 */
public final class TransformerBenchmark {

  private TransformerBenchmark() {}

  /** Runs one case. */
  public static void main(String[] args) {
    int batch = Integer.parseInt(args[0]);
    int modulus = Integer.parseInt(args[1]);
    int blocks = Integer.parseInt(args[2]);
    int steps = Integer.parseInt(args[4]);
    StepClock clock = new StepClock(args[3].equals("cpu"), steps, steps);
    Bench.run(new RandomSentences(batch, modulus), model(blocks), List.of(), 2 * steps, clock);
    System.out.printf(
        Locale.ROOT,
        "lab,transformer-%dx3-mod%d-blocks%d,%.4f,%.4f,%d%n",
        batch,
        modulus,
        blocks,
        clock.median(),
        clock.least(),
        steps);
  }

  private static Model model(int blocks) {
    return new Transformer(
        blocks,
        4,
        128,
        512,
        Activation.RELU,
        NormPlacement.NONE,
        true,
        0,
        false,
        TransformerOutputs.VOCABULARY,
        false,
        1,
        TransformerStart.NANDA,
        1,
        Loss.SOFTMAX_CROSS_ENTROPY);
  }
}

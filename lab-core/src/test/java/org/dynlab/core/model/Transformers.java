package org.dynlab.core.model;

import java.util.Arrays;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;

/** Small transformers and sequences for tests, all from fixed seeds. */
public final class Transformers {
  static final int VOCABULARY = 6;
  static final int CONTEXT = 3;

  private Transformers() {}

  /** Random symbols, the last of each sequence being the same for all, as an equals sign is. */
  public static Examples sequences(int rows) {
    Stream stream = new SeedTree(6).stream("sequences");
    int[] symbols = new int[rows * CONTEXT];
    Arrays.setAll(
        symbols, k -> k % CONTEXT == CONTEXT - 1 ? VOCABULARY - 1 : stream.below(VOCABULARY - 1));
    int[] labels = new int[rows];
    Arrays.setAll(labels, i -> (symbols[i * CONTEXT] + symbols[i * CONTEXT + 1]) % 5);
    return new Examples(
        new SequenceFeatures(symbols, CONTEXT, VOCABULARY), new ClassTargets(labels, 5));
  }

  /** Every symbol random, the last one too. */
  static Examples mixed(int rows) {
    Stream stream = new SeedTree(7).stream("mixed");
    int[] symbols = new int[rows * CONTEXT];
    Arrays.setAll(symbols, k -> stream.below(VOCABULARY));
    int[] labels = new int[rows];
    Arrays.setAll(labels, i -> symbols[i * CONTEXT + 2] % 5);
    return new Examples(
        new SequenceFeatures(symbols, CONTEXT, VOCABULARY), new ClassTargets(labels, 5));
  }

  /** Two heads, width 4, feed-forward 5, tanh; changed by the methods of the same names. */
  static Options options() {
    return new Options();
  }

  /** That many blocks before and after a normalisation each. */
  public static Model small(int blocks) {
    return options().blocks(blocks).norm(NormPlacement.PRE).small();
  }

  /** A description under construction. */
  static final class Options {
    private int blocks = 1;
    private Activation activation = Activation.TANH;
    private NormPlacement norm = NormPlacement.NONE;
    private boolean causal = true;
    private double dropout;
    private boolean biases;
    private TransformerOutputs outputs = TransformerOutputs.CLASSES;
    private double embeddingScale = 1;
    private TransformerStart start = TransformerStart.NANDA;
    private double initScale = 1;

    Options blocks(int value) {
      blocks = value;
      return this;
    }

    Options activation(Activation value) {
      activation = value;
      return this;
    }

    Options norm(NormPlacement value) {
      norm = value;
      return this;
    }

    Options causal(boolean value) {
      causal = value;
      return this;
    }

    Options dropout(double value) {
      dropout = value;
      return this;
    }

    Options biases(boolean value) {
      biases = value;
      return this;
    }

    Options outputs(TransformerOutputs value) {
      outputs = value;
      return this;
    }

    Options embeddingScale(double value) {
      embeddingScale = value;
      return this;
    }

    Options start(TransformerStart value) {
      start = value;
      return this;
    }

    Options initScale(double value) {
      initScale = value;
      return this;
    }

    Transformer sized(int heads, int width, int feedForward) {
      return new Transformer(
          blocks,
          heads,
          width,
          feedForward,
          activation,
          norm,
          causal,
          dropout,
          biases,
          outputs,
          biases,
          embeddingScale,
          start,
          initScale,
          Loss.SOFTMAX_CROSS_ENTROPY);
    }

    Transformer small() {
      return sized(2, 4, 5);
    }
  }

  /** Adds N(0, 0.3²) to every parameter, so that no bias is 0 and no gain 1. */
  static void disturb(Network network) {
    double[] values = network.read();
    Stream stream = new SeedTree(8).stream("disturb");
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.3 * stream.gaussian();
    }
    network.write(values);
  }
}

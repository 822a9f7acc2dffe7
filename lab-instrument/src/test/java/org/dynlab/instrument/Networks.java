package org.dynlab.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Untrained tanh networks of one input on 201 uniform points of [-1, 1], computed by hand: weights
 * and biases uniform in ±1/sqrt(fan-in), as PyTorch does, or the deterministic first layer tanh(n/2
 * · (x − x_j)) of arXiv:2412.05144, equations 4.2 and 4.3.
 */
public final class Networks {
  public static final int POINTS = 201;

  private final List<double[]> outputs = new ArrayList<>();

  private Networks() {}

  public static Networks random(int depth, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Networks network = new Networks();
    double[] layer = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      layer[i] = point(i, POINTS);
    }
    for (int k = 0; k < depth; k++) {
      layer = network.add(layer, width, random);
    }
    return network;
  }

  public static Networks deterministic(int depth, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Networks network = new Networks();
    double[] layer = new double[POINTS * width];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < POINTS; i++) {
        layer[j * POINTS + i] = Math.tanh(width / 2.0 * (point(i, POINTS) - point(j, width)));
      }
    }
    network.outputs.add(layer);
    for (int k = 1; k < depth; k++) {
      layer = network.add(layer, width, random);
    }
    return network;
  }

  /** Outputs of that hidden layer, [POINTS, width] column after column. */
  public double[] outputs(int layer) {
    return outputs.get(layer);
  }

  private double[] add(double[] input, int width, SplittableRandom random) {
    int inputs = input.length / POINTS;
    double bound = 1 / Math.sqrt(inputs);
    double[] output = new double[POINTS * width];
    for (int j = 0; j < width; j++) {
      double[] w = random.doubles(inputs, -bound, bound).toArray();
      double bias = random.nextDouble(-bound, bound);
      for (int i = 0; i < POINTS; i++) {
        output[j * POINTS + i] = Math.tanh(bias + product(input, i, w));
      }
    }
    outputs.add(output);
    return output;
  }

  private static double product(double[] input, int i, double[] w) {
    double sum = 0;
    for (int k = 0; k < w.length; k++) {
      sum += input[k * POINTS + i] * w[k];
    }
    return sum;
  }

  private static double point(int i, int points) {
    return -1 + 2.0 * i / (points - 1);
  }
}

package org.dynlab.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Passage;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;

/**
 * A fully connected network taken apart, computed by loops: entrances {@code input}, {@code
 * layer1}, ..., weights [out][in] of each layer, the last one without activation function.
 */
public final class HandMadeNetwork implements Interior {
  private final List<double[][]> weights;
  private final List<double[]> biases;
  private final DoubleUnaryOperator activation;
  private final double[][] inputs;

  public HandMadeNetwork(
      List<double[][]> weights,
      List<double[]> biases,
      DoubleUnaryOperator activation,
      double[]... inputs) {
    this.weights = weights;
    this.biases = biases;
    this.activation = activation;
    this.inputs = inputs;
  }

  /** Normal-free random weights of these sizes, with biases uniform up to {@code bias}. */
  public static HandMadeNetwork random(
      DoubleUnaryOperator activation, double bias, double[][] inputs, int... sizes) {
    SplittableRandom random = new SplittableRandom(5);
    List<double[][]> weights = new ArrayList<>();
    List<double[]> biases = new ArrayList<>();
    for (int k = 1; k < sizes.length; k++) {
      double bound = 2 / Math.sqrt(sizes[k - 1]);
      double[][] w = new double[sizes[k]][];
      double[] b = new double[sizes[k]];
      for (int j = 0; j < sizes[k]; j++) {
        w[j] = random.doubles(sizes[k - 1], -bound, bound).toArray();
        b[j] = bias * (2 * random.nextDouble() - 1);
      }
      weights.add(w);
      biases.add(b);
    }
    return new HandMadeNetwork(weights, biases, activation, inputs);
  }

  public double[][] weight(int layer) {
    return weights.get(layer);
  }

  public double[] bias(int layer) {
    return biases.get(layer);
  }

  @Override
  public List<Entrance> entrances() {
    List<Entrance> entrances = new ArrayList<>();
    for (int k = 0; k < weights.size(); k++) {
      String name = k == 0 ? "input" : "layer" + k;
      entrances.add(new Entrance(name, weights.get(k)[0].length, behind(k)));
    }
    return entrances;
  }

  private List<Place> behind(int entrance) {
    return IntStream.range(entrance + 1, weights.size())
        .mapToObj(k -> new Place("layer" + k, weights.get(k)[0].length))
        .toList();
  }

  @Override
  public double[] rowsAt(int place, ProbeSet probes) {
    double[] rows = flat(inputs);
    for (int k = 0; k < place; k++) {
      double[] z = affine(rows, k);
      rows = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        rows[i] = activation.applyAsDouble(z[i]);
      }
    }
    return rows;
  }

  private static double[] flat(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  private double[] affine(double[] rows, int layer) {
    double[][] w = weights.get(layer);
    int in = w[0].length;
    int n = rows.length / in;
    double[] out = new double[n * w.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < w.length; j++) {
        double sum = biases.get(layer)[j];
        for (int k = 0; k < in; k++) {
          sum += w[j][k] * rows[i * in + k];
        }
        out[i * w.length + j] = sum;
      }
    }
    return out;
  }

  @Override
  public Passage pass(int place, double[] rows) {
    List<double[]> passed = new ArrayList<>();
    double[] here = rows;
    for (int k = place; k < weights.size(); k++) {
      double[] z = affine(here, k);
      passed.add(z);
      here = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        here[i] = activation.applyAsDouble(z[i]);
      }
    }
    List<Place> behind = behind(place);
    return new Passage() {
      @Override
      public int rows() {
        return passed.get(0).length / weights.get(place).length;
      }

      @Override
      public List<Place> layers() {
        return behind;
      }

      @Override
      public double[] preActivations(int layer) {
        return passed.get(layer);
      }

      @Override
      public double[] outputs() {
        return passed.get(passed.size() - 1);
      }
    };
  }
}

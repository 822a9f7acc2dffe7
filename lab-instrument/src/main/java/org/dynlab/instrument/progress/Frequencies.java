package org.dynlab.instrument.progress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts of functions of a pair along cos w_k t and sin w_k t, k = 1..(p-1)/2, for an odd p. The
 * waves are orthogonal over all pairs, each with a squared length of p²/2.
 */
final class Frequencies {
  private final int p;
  private final int[] sums;
  private final double[] cosines;
  private final double[] sines;

  /**
   * @param sums t of each of the p² pairs
   */
  Frequencies(int p, int[] sums) {
    this.p = p;
    this.sums = sums;
    this.cosines = new double[p];
    this.sines = new double[p];
    for (int t = 0; t < p; t++) {
      cosines[t] = Math.cos(2 * Math.PI * t / p);
      sines[t] = Math.sin(2 * Math.PI * t / p);
    }
  }

  /** Number of frequencies. */
  static int count(int p) {
    return (p - 1) / 2;
  }

  /** A function's sum over the pairs of each t: all its parts along waves depend on these alone. */
  double[] bySum(double[] values, int from) {
    double[] totals = new double[p];
    for (int i = 0; i < sums.length; i++) {
      totals[sums[i]] += values[from + i];
    }
    return totals;
  }

  /** Its coefficients on cos w_k t and sin w_k t. */
  double[] coefficients(double[] totals, int k) {
    double cosine = 0;
    double sine = 0;
    for (int t = 0; t < p; t++) {
      int phase = k * t % p;
      cosine += totals[t] * cosines[phase];
      sine += totals[t] * sines[phase];
    }
    double scale = 2.0 / sums.length;
    return new double[] {scale * cosine, scale * sine};
  }

  /** The values at each t of the waves of those frequencies with these coefficients added up. */
  double[] waves(double[] totals, List<Integer> keys) {
    double[] values = new double[p];
    for (int k : keys) {
      double[] coefficients = coefficients(totals, k);
      for (int t = 0; t < p; t++) {
        int phase = k * t % p;
        values[t] += coefficients[0] * cosines[phase] + coefficients[1] * sines[phase];
      }
    }
    return values;
  }

  /** The frequencies along which the functions have most, largest first. */
  List<Integer> largest(List<double[]> totals, int many) {
    double[] power = new double[count(p) + 1];
    for (double[] each : totals) {
      for (int k = 1; k < power.length; k++) {
        double[] c = coefficients(each, k);
        power[k] += c[0] * c[0] + c[1] * c[1];
      }
    }
    return IntStream.range(1, power.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer k) -> -power[k]))
        .limit(many)
        .toList();
  }

  /**
   * Power at each frequency, from index 0 for k = 1, of the first p of the rows of columns of
   * length {@code rows} that start at {@code offset}.
   */
  static double[] power(double[] parameters, int offset, int rows, int columns, int p) {
    double[] power = new double[count(p)];
    for (int j = 0; j < columns; j++) {
      for (int k = 1; k <= power.length; k++) {
        double cosine = 0;
        double sine = 0;
        for (int x = 0; x < p; x++) {
          double angle = 2 * Math.PI * (k * x % p) / p;
          cosine += parameters[offset + j * rows + x] * Math.cos(angle);
          sine += parameters[offset + j * rows + x] * Math.sin(angle);
        }
        power[k - 1] += 2.0 / p * (cosine * cosine + sine * sine);
      }
    }
    return power;
  }

  /** Gini coefficient; NaN of zeros. */
  static double gini(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2 * i + 1 - sorted.length) * sorted[i];
      total += sorted[i];
    }
    return weighted / (sorted.length * total);
  }
}

package org.dynlab.analysis.statistics;

import java.util.Arrays;

/** Sums over plain arrays. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double[] scaled(double[] a, double factor) {
    return Arrays.stream(a).map(v -> v * factor).toArray();
  }

  /** Σ a / n, NaN of nothing. */
  static double mean(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += v;
    }
    return sum / a.length;
  }

  /** Every entry less the mean. */
  static double[] centred(double[] a) {
    double mean = mean(a);
    double[] centred = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      centred[i] = a[i] - mean;
    }
    return centred;
  }
}

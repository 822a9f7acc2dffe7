package org.dynlab.instrument.feature;

import java.util.Arrays;

/** How near C vectors come to the corners of a regular simplex about 0. */
final class Simplex {
  private Simplex() {}

  /** Standard deviation (of a sample) of the lengths over their mean. */
  static double lengths(double[][] vectors) {
    double[] lengths = Arrays.stream(vectors).mapToDouble(v -> Math.sqrt(dot(v, v))).toArray();
    double mean = Arrays.stream(lengths).average().orElse(Double.NaN);
    double squares = Arrays.stream(lengths).map(l -> (l - mean) * (l - mean)).sum();
    return Math.sqrt(squares / (lengths.length - 1)) / mean;
  }

  /** Mean over pairs of |cos + 1/(C-1)|. */
  static double angles(double[][] vectors) {
    int count = vectors.length;
    double sum = 0;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < a; b++) {
        double lengths = Math.sqrt(dot(vectors[a], vectors[a]) * dot(vectors[b], vectors[b]));
        sum += Math.abs(dot(vectors[a], vectors[b]) / lengths + 1.0 / (count - 1));
      }
    }
    return sum / (count * (count - 1) / 2.0);
  }

  /** ‖A/‖A‖ - B/‖B‖‖² in the Frobenius norm. */
  static double distance(double[][] a, double[][] b) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int c = 0; c < a.length; c++) {
      product += dot(a[c], b[c]);
      first += dot(a[c], a[c]);
      second += dot(b[c], b[c]);
    }
    return 2 - 2 * product / Math.sqrt(first * second);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}

package org.dynlab.optim.gradient;

/** ‖x‖ = √Σxᵢ². */
final class EuclideanNorm {

  private EuclideanNorm() {}

  /** ‖x‖; 0 for no entries, infinite from entries of some 10¹⁵⁴ on. */
  static double of(double[] x) {
    double sum = 0;
    for (double entry : x) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }

  /** ‖x + y‖, without writing the sum. */
  static double ofSum(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double entry = x[i] + y[i];
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}

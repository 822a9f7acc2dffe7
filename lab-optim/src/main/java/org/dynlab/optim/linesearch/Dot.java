package org.dynlab.optim.linesearch;

/** Inner products, and multiples of one vector added to another. */
final class Dot {

  private Dot() {}

  /** Σ aᵢbᵢ. */
  static double of(double[] a, double[] b) {
    return of(a, b, 0);
  }

  /** Σ aᵢb_{offset+i} over the entries of a, in four running sums. */
  static double of(double[] a, double[] b, int offset) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[offset + i];
      s1 += a[i + 1] * b[offset + i + 1];
      s2 += a[i + 2] * b[offset + i + 2];
      s3 += a[i + 3] * b[offset + i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[offset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** toᵢ ← toᵢ + factor · a_{offset+i}. */
  static void add(double factor, double[] a, int offset, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * a[offset + i];
    }
  }
}

package org.dynlab.instrument.flat;

/** Inner products of flat vectors. */
public final class Dot {

  private Dot() {}

  /** Σ a_i b_i, in four running sums; not finite where an entry is not. */
  public static double of(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** cos of the angle between a and b, held in [-1, 1]; NaN where one is zero or not finite. */
  public static double cosine(double[] a, double[] b) {
    double norms = Math.sqrt(of(a, a)) * Math.sqrt(of(b, b));
    double cosine = of(a, b) / norms;
    return norms > 0 && norms < Double.POSITIVE_INFINITY
        ? Math.max(-1, Math.min(1, cosine))
        : Double.NaN;
  }

  /** Σx² of {@code x[from]} to {@code x[to - 1]}. */
  public static double squares(double[] x, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += x[i] * x[i];
      s1 += x[i + 1] * x[i + 1];
      s2 += x[i + 2] * x[i + 2];
      s3 += x[i + 3] * x[i + 3];
    }
    for (; i < to; i++) {
      s0 += x[i] * x[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** Σ(a − b)² over the same entries. */
  public static double squaresBetween(double[] a, double[] b, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      double d0 = a[i] - b[i];
      double d1 = a[i + 1] - b[i + 1];
      double d2 = a[i + 2] - b[i + 2];
      double d3 = a[i + 3] - b[i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < to; i++) {
      s0 += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return s0 + s1 + (s2 + s3);
  }
}

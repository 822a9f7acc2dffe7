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
}

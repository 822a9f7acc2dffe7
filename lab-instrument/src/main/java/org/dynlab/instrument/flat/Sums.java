package org.dynlab.instrument.flat;

/**
 * Power sums of n numbers: Σx, Σ|x| and Σx², in one pass of four independent accumulators each, so
 * that the processor does not wait for the previous addition.
 *
 * <p>The squares limit the range: numbers beyond about 1e±150 in magnitude overflow or vanish.
 * {@code squares} is finite only if every number is.
 *
 * @param count n
 * @param sum Σx
 * @param magnitudes Σ|x|
 * @param squares Σx²
 */
public record Sums(long count, double sum, double magnitudes, double squares) {
  public static final Sums NONE = new Sums(0, 0, 0, 0);

  /** Of {@code x[from]} to {@code x[to - 1]}. */
  public static Sums of(double[] x, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      double x0 = x[i];
      double x1 = x[i + 1];
      double x2 = x[i + 2];
      double x3 = x[i + 3];
      s0 += x0;
      s1 += x1;
      s2 += x2;
      s3 += x3;
      a0 += Math.abs(x0);
      a1 += Math.abs(x1);
      a2 += Math.abs(x2);
      a3 += Math.abs(x3);
      q0 += x0 * x0;
      q1 += x1 * x1;
      q2 += x2 * x2;
      q3 += x3 * x3;
    }
    for (; i < to; i++) {
      s0 += x[i];
      a0 += Math.abs(x[i]);
      q0 += x[i] * x[i];
    }
    return new Sums(
        (long) to - from, s0 + s1 + (s2 + s3), a0 + a1 + (a2 + a3), q0 + q1 + (q2 + q3));
  }

  /** Σ(x − centre)² of {@code x[from]} to {@code x[to - 1]}. */
  public static double squaresAbout(double centre, double[] x, int from, int to) {
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      double d0 = x[i] - centre;
      double d1 = x[i + 1] - centre;
      double d2 = x[i + 2] - centre;
      double d3 = x[i + 3] - centre;
      q0 += d0 * d0;
      q1 += d1 * d1;
      q2 += d2 * d2;
      q3 += d3 * d3;
    }
    for (; i < to; i++) {
      q0 += (x[i] - centre) * (x[i] - centre);
    }
    return q0 + q1 + (q2 + q3);
  }

  /** The sums of both sets together. */
  public Sums plus(Sums other) {
    return new Sums(
        count + other.count,
        sum + other.sum,
        magnitudes + other.magnitudes,
        squares + other.squares);
  }

  /** Whether every number, and the sum of their squares, is finite. */
  public boolean isFinite() {
    return Double.isFinite(squares);
  }

  /** sqrt(Σx²); NaN if not finite. */
  public double norm() {
    return isFinite() ? Math.sqrt(squares) : Double.NaN;
  }

  /** Σx / n; NaN if not finite or n = 0. */
  public double mean() {
    return isFinite() ? sum / count : Double.NaN;
  }
}

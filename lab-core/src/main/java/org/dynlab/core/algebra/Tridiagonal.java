package org.dynlab.core.algebra;

/**
 * A symmetric tridiagonal matrix T, whose eigenvalues are counted by Sturm sequences: one
 * factorisation of a full matrix serves any number of thresholds.
 *
 * <p>Entries must be finite. The pivot rule is that of LAPACK dstebz (Kahan 1966; Demmel, Dhillon
 * and Ren 1995, ETNA 3): a pivot too small to divide by counts as negative.
 */
public final class Tridiagonal {
  private static final double ULP = Math.ulp(1.0);

  private final double[] diagonal;
  private final double[] squares;
  private final double smallestPivot;

  /**
   * Takes copies.
   *
   * @param diagonal the n diagonal entries, n at least 1
   * @param subdiagonal the n − 1 entries below it
   */
  public Tridiagonal(double[] diagonal, double[] subdiagonal) {
    if (diagonal.length < 1 || subdiagonal.length != diagonal.length - 1) {
      throw new IllegalArgumentException(
          "must have n >= 1 and n - 1 entries, got "
              + diagonal.length
              + " and "
              + subdiagonal.length);
    }
    this.diagonal = diagonal.clone();
    this.squares = new double[diagonal.length];
    double largest = 1;
    for (int i = 1; i < diagonal.length; i++) {
      squares[i] = subdiagonal[i - 1] * subdiagonal[i - 1];
      largest = Math.max(largest, squares[i]);
    }
    this.smallestPivot = Double.MIN_NORMAL * largest;
  }

  /** The number of eigenvalues strictly greater than {@code threshold}. Cost: n divisions. */
  public int countAbove(double threshold) {
    int above = 0;
    double pivot = 1;
    for (int i = 0; i < diagonal.length; i++) {
      pivot = diagonal[i] - threshold - squares[i] / pivot;
      if (Math.abs(pivot) < smallestPivot) {
        pivot = -smallestPivot;
      }
      above += pivot > 0 ? 1 : 0;
    }
    return above;
  }

  /**
   * The largest eigenvalue, by bisection from the Gershgorin bounds to two units in the last place
   * of the larger bound. Cost: about 55 counts.
   */
  public double largest() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < diagonal.length; i++) {
      double radius = Math.sqrt(squares[i]);
      radius += i + 1 < diagonal.length ? Math.sqrt(squares[i + 1]) : 0;
      low = Math.min(low, diagonal[i] - radius);
      high = Math.max(high, diagonal[i] + radius);
    }
    double width = 2 * ULP * Math.max(Math.abs(low), Math.abs(high));
    double middle = low + (high - low) / 2;
    while (high - low > width && low < middle && middle < high) {
      if (countAbove(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return high;
  }
}

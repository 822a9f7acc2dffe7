package org.dynlab.instrument.information;

import java.util.Arrays;

/**
 * n points of R^d with their distances in the maximum norm, found by going through all pairs.
 *
 * <p>Cost of {@link #distances}: n·d. One owner, one thread.
 */
final class Points {
  private final double[][] columns;
  private final int count;

  /**
   * @param values [n, d], column after column; copied
   */
  Points(double[] values, int count) {
    this.count = count;
    this.columns = new double[values.length / count][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = Arrays.copyOfRange(values, j * count, (j + 1) * count);
    }
  }

  int count() {
    return count;
  }

  /** d. */
  int dimensions() {
    return columns.length;
  }

  /** The points at these numbers, in that order. */
  Points select(int[] numbers, int from, int to) {
    double[] chosen = new double[(to - from) * columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = from; i < to; i++) {
        chosen[j * (to - from) + i - from] = columns[j][numbers[i]];
      }
    }
    return new Points(chosen, to - from);
  }

  boolean finite() {
    double sum = 0;
    for (double[] column : columns) {
      for (double value : column) {
        sum += 0 * value;
      }
    }
    return sum == 0;
  }

  /** into_j ← max_k |x_ik - x_jk|: 0 for i itself. */
  void distances(int i, double[] into) {
    Arrays.fill(into, 0, count, 0);
    widen(i, into);
  }

  /** into_j ← the larger of itself and the distance from i to j. */
  void widen(int i, double[] into) {
    for (double[] column : columns) {
      double here = column[i];
      for (int j = 0; j < count; j++) {
        into[j] = Math.max(into[j], Math.abs(column[j] - here));
      }
    }
  }

  /** into_j ← the Euclidean distance from i to j. */
  void euclidean(int i, double[] into) {
    Arrays.fill(into, 0, count, 0);
    for (double[] column : columns) {
      double here = column[i];
      for (int j = 0; j < count; j++) {
        double d = column[j] - here;
        into[j] += d * d;
      }
    }
    for (int j = 0; j < count; j++) {
      into[j] = Math.sqrt(into[j]);
    }
  }
}

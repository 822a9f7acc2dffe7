package org.dynlab.store;

import java.util.Arrays;

/** The measured cells of one column while its table is read: row numbers and values, growing. */
final class Cells {
  private int[] rows = {};
  private double[] values = {};
  private int size;

  void add(int row, double value) {
    if (size == rows.length) {
      int larger = Math.max(64, size * 2);
      rows = Arrays.copyOf(rows, larger);
      values = Arrays.copyOf(values, larger);
    }
    rows[size] = row;
    values[size++] = value;
  }

  /** The cells with the steps of their rows. */
  Series series(long[] stepOfRow) {
    long[] steps = new long[size];
    for (int i = 0; i < size; i++) {
      steps[i] = stepOfRow[rows[i]];
    }
    return new Series(steps, Arrays.copyOf(values, size));
  }
}

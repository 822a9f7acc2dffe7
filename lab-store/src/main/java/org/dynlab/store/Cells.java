package org.dynlab.store;

import java.util.Arrays;

/** The measured cells of one column while its table is read: row numbers and values, growing. */
final class Cells {
  private int[] rows = new int[64];
  private double[] values = new double[64];
  private int size;

  void add(int row, double value) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      values = Arrays.copyOf(values, size * 2);
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

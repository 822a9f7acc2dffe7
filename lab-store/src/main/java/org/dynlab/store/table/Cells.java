package org.dynlab.store.table;

import java.util.Arrays;

/**
 * The measured cells of one column while its table is read, growing: values, and row numbers from
 * the first row on that was not measured.
 */
final class Cells {
  private static final int FIRST_SIZE = 64;

  /** Null as long as cell i is that of row i. */
  private int[] rows;

  private double[] values = {};
  private int size;

  void add(int row, double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(FIRST_SIZE, size * 2));
    }
    if (rows == null && row > size) {
      rows = new int[values.length];
      Arrays.setAll(rows, i -> i);
    }
    if (rows != null) {
      rows = rows.length == values.length ? rows : Arrays.copyOf(rows, values.length);
      rows[size] = row;
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** The values, a new array each time. */
  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /** The steps of the cells' rows, a new array each time. */
  long[] steps(long[] stepOfRow) {
    if (rows == null) {
      return Arrays.copyOf(stepOfRow, size);
    }
    long[] steps = new long[size];
    Arrays.setAll(steps, i -> stepOfRow[rows[i]]);
    return steps;
  }

  /** Whether both were measured in the same rows. */
  boolean sharesRows(Cells other) {
    if (size != other.size || (rows == null) != (other.rows == null)) {
      return false;
    }
    return rows == null || Arrays.equals(rows, 0, size, other.rows, 0, size);
  }
}

package org.dynlab.tasks.table;

import java.util.Arrays;

/** Numbers that become more. */
final class Doubles {
  private double[] values = new double[1024];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, values.length + values.length / 2);
    }
    values[count++] = value;
  }

  /** A copy. */
  double[] toArray() {
    return Arrays.copyOf(values, count);
  }
}

package org.dynlab.store.table;

import java.util.Arrays;

/** The measured values of one column with their steps; steps increase. */
public final class Series {
  private final long[] steps;
  private final double[] values;

  /** Takes the arrays over. */
  Series(long[] steps, double[] values) {
    this.steps = steps;
    this.values = values;
  }

  /** A series of these values, for logs that come from elsewhere; steps must increase. */
  public static Series of(long[] steps, double[] values) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(
          "must have a value per step, got " + values.length + " for " + steps.length);
    }
    for (int i = 1; i < steps.length; i++) {
      if (steps[i] <= steps[i - 1]) {
        throw new IllegalArgumentException(
            "steps must increase, got " + steps[i] + " after " + steps[i - 1]);
      }
    }
    return new Series(steps.clone(), values.clone());
  }

  /** Completed updates at each value; the series' own array, not to be written. */
  public long[] steps() {
    return steps;
  }

  /** The values; the series' own array, not to be written. */
  public double[] values() {
    return values;
  }

  /** Number of measured values. */
  public int size() {
    return values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(steps) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Series of " + size() + " values";
  }
}

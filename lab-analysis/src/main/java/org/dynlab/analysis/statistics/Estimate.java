package org.dynlab.analysis.statistics;

import java.util.Locale;

/**
 * A number estimated from data.
 *
 * @param value the estimate; NaN where the data do not allow one
 * @param interval its 95 % confidence interval
 * @param n from how many independent values, pairs or runs
 */
public record Estimate(double value, Interval interval, int n) {

  /** Of data that do not allow an interval. */
  static Estimate without(double value, int n) {
    return new Estimate(value, Interval.NONE, n);
  }

  /** e.g. {@code 0.42 [0.31, 0.55]}; {@code unknown} without a value. */
  public String text() {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    String number = String.format(Locale.ROOT, "%.3g", value);
    return interval.exists() ? number + " " + interval.text() : number;
  }
}

package org.dynlab.analysis.statistics;

import java.util.Locale;

/**
 * The ends of an interval; both NaN where the data do not allow one.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** Of data that do not allow one. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** Whether there is one. */
  public boolean exists() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether the value lies in it, ends included; false if there is none. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** e.g. {@code [0.31, 0.55]}; empty if there is none. */
  public String text() {
    return exists() ? String.format(Locale.ROOT, "[%.3g, %.3g]", low, high) : "";
  }
}

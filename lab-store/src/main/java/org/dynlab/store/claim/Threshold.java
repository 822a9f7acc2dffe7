package org.dynlab.store.claim;

import java.util.Objects;

/**
 * A value that a column reaches: its first step is the first at which the column is at or above the
 * value, or at or below it.
 *
 * @param column the column
 * @param value the value
 * @param falling whether the column comes from above, as losses do
 */
public record Threshold(String column, double value, boolean falling) {

  /** Refuses a value that is not finite. */
  public Threshold {
    Objects.requireNonNull(column, "column");
    Claim.require(Double.isFinite(value), "the value of a threshold must be finite");
  }

  /** A column reaching a value from below. */
  public static Threshold rising(String column, double value) {
    return new Threshold(column, value, false);
  }

  /** A column reaching a value from above. */
  public static Threshold falling(String column, double value) {
    return new Threshold(column, value, true);
  }

  /** Whether that number of the column has reached it; NaN never has. */
  public boolean reachedBy(double number) {
    return falling ? number <= value : number >= value;
  }
}

package org.dynlab.analysis.finding;

import org.dynlab.analysis.curve.MedianInterval;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;

/**
 * A number that claims can be made on.
 *
 * @param name one of {@link FoundNames}, with {@code " of "} and a column if it is of one
 * @param arm name of the arm, {@link Finding#ALL} if it is of all together
 */
public record FoundNumber(String name, String arm, Estimate value) {

  static FoundNumber of(String kind, String column, String arm, Estimate value) {
    return new FoundNumber(kind + " of " + column, arm, value);
  }

  /** Without an interval. */
  static Estimate exact(double value, int runs) {
    return new Estimate(value, Interval.NONE, runs);
  }

  static Estimate median(MedianInterval median) {
    return new Estimate(median.median(), new Interval(median.low(), median.high()), median.runs());
  }
}

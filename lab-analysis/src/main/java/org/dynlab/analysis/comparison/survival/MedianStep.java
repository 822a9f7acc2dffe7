package org.dynlab.analysis.comparison.survival;

import org.dynlab.analysis.curve.Decimals;

/**
 * The step by which half of the runs have reached a threshold, with a 95 % interval.
 *
 * @param median infinite if fewer than half were seen to reach it
 * @param low lower limit, infinite if even that was not seen
 * @param high upper limit, infinite if the runs do not bound it
 * @param last the last step at which any of the runs was watched
 */
public record MedianStep(double median, double low, double high, long last) {
  static final MedianStep NO_RUN = new MedianStep(Double.NaN, Double.NaN, Double.NaN, 0);

  /** Of runs that all diverged before they got there. */
  static final MedianStep NEVER =
      new MedianStep(
          Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, -1);

  /**
   * In words: {@code 840 [760, 955]}; {@code > 3000 [1210, > 3000]} where half of the runs were not
   * seen to get there within 3000 steps; {@code > 3000} if nothing else is known; {@code never} if
   * all diverged; {@code no run}.
   */
  public String text() {
    if (Double.isNaN(median)) {
      return "no run";
    }
    if (last < 0) {
      return "never";
    }
    boolean bounded = Double.isFinite(low) || Double.isFinite(high);
    return text(median) + (bounded ? " [" + text(low) + ", " + text(high) + "]" : "");
  }

  private String text(double step) {
    return Double.isFinite(step) ? Decimals.plain(step) : "> " + last;
  }
}

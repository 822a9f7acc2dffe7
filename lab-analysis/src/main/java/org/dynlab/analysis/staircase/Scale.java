package org.dynlab.analysis.staircase;

import java.util.Arrays;

/**
 * How finely a quantity is to be looked at.
 *
 * @param quantum the unit in which it is counted, 0 if it is no count
 * @param leastHeight jumps smaller than that are none
 */
public record Scale(double quantum, double leastHeight) {
  /** Ranks: whole numbers; jumps of at least 2. */
  public static final Scale RANK = new Scale(1, 2);

  /** Natural logarithms of losses: jumps of at least 0.1, about a tenth of the loss. */
  public static final Scale LOG_LOSS = new Scale(0, 0.1);

  private static final double SHARE_OF_RANGE = 0.05;
  private static final double RESOLVED = 0.002;

  /** Whose square is a number still. */
  private static final double LEAST_RANGE = 1e-100;

  /** What counts as noise even if none is seen. */
  double floor(double[] values) {
    return Math.max(0.5 * quantum, RESOLVED * range(values));
  }

  /** The least height of a jump in these values: a twentieth of their range, or more. */
  double leastHeightIn(double[] values) {
    return Math.max(leastHeight, SHARE_OF_RANGE * range(values));
  }

  private static double range(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double range = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
    return Math.max(range, LEAST_RANGE);
  }
}

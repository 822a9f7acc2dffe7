package org.dynlab.analysis.comparison.survival;

/**
 * How long one run was watched for a threshold.
 *
 * @param step the first step at which it was reached, or the last step at which the run was watched
 * @param reached false if the run never reached it: its time is then right-censored, later than
 *     {@code step} by nobody knows how much
 */
public record SurvivalTime(long step, boolean reached) {
  /** Of a run that can never reach it: at risk at every step. */
  public static final SurvivalTime NEVER = new SurvivalTime(Long.MAX_VALUE, false);

  /** Refuses a negative step. */
  public SurvivalTime {
    if (step < 0) {
      throw new IllegalArgumentException("a step must be at least 0, got " + step);
    }
  }
}

package org.dynlab.store;

import java.util.Objects;

/**
 * How a run ended.
 *
 * @param outcome the kind of ending
 * @param reason why, in words a user can act on
 * @param steps completed updates
 */
public record Ending(Outcome outcome, String reason, long steps) {
  /** Refuses missing parts and a negative number of steps. */
  public Ending {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    if (steps < 0) {
      throw new IllegalArgumentException("steps must not be negative, got " + steps);
    }
  }
}

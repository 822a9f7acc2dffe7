package org.dynlab.optim.wand;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;

/**
 * Slow cooling: the target L0 of ln L moves in a straight line, from + (L0 - from) · (t-1)/steps up
 * to update {@code steps}, and is L0 after it.
 */
@Meaning("the target of ln L moves in a straight line from here to targetLogLoss")
public record LogLossCooling(
    @Meaning("target of ln L at update 1, >= targetLogLoss") double from,
    @Meaning("updates until targetLogLoss, >= 1") long steps) {

  /** Checks the ranges. */
  public LogLossCooling {
    new Checks()
        .that(Double.isFinite(from), "from", "must be a finite number", from)
        .that(steps >= 1, "steps", "must be >= 1", steps)
        .done();
  }

  double at(long number, double target) {
    return number > steps ? target : from + (target - from) * ((double) (number - 1) / steps);
  }
}

package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * Rises linearly from value/steps at update 1 to value at update {@code steps}, then stays: value ·
 * min(1, t/steps).
 */
@Meaning("rises linearly to its value, then stays")
public record WarmUp(
    @Meaning("the value in the end, >= 0") double value,
    @Meaning("number of the update that first has the full value, >= 1") long steps)
    implements Schedule {

  /** Checks the ranges. */
  public WarmUp {
    new Checks()
        .nonNegative("value", value)
        .that(steps >= 1, "steps", "must be >= 1", steps)
        .done();
  }

  @Override
  public double at(long number) {
    return number >= steps ? value : value * number / steps;
  }
}

package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * From one value to another by the same difference at every update, then stays there: from + (to -
 * from) · (t-1)/steps up to update {@code steps}, {@code to} after it.
 */
@Meaning("from one value to another in a straight line, then stays")
public record Linear(
    @Meaning("the value at update 1, >= 0") double from,
    @Meaning("the value in the end, >= 0") double to,
    @Meaning("updates until the end, >= 1") long steps)
    implements Schedule {

  /** Checks the ranges. */
  public Linear {
    new Checks()
        .nonNegative("from", from)
        .nonNegative("to", to)
        .that(steps >= 1, "steps", "must be >= 1", steps)
        .done();
  }

  @Override
  public double at(long number) {
    return number > steps ? to : from + (to - from) * ((double) (number - 1) / steps);
  }
}

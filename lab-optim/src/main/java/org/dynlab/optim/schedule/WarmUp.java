package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * Rises linearly to where another schedule begins, then follows that schedule from its beginning:
 * value(1) · t/steps up to update {@code steps}, value(t - steps) after it. A bare number is a
 * schedule too, so {@code {kind: warmUp, value: 0.1, steps: 10}} rises to 0.1 and stays.
 */
@Meaning("rises linearly to its value, then stays or follows the schedule that the value is")
public record WarmUp(
    @Meaning("what it rises to: a number, or a schedule that starts after the rise") Schedule value,
    @Meaning("number of the update that first has the full value, >= 1") long steps)
    implements Schedule {

  /** Checks the ranges. */
  public WarmUp {
    new Checks()
        .that(value != null, "value", "must be given", "nothing")
        .that(steps >= 1, "steps", "must be >= 1", steps)
        .done();
  }

  /** Rises to that number and stays. */
  public WarmUp(double value, long steps) {
    this(new Constant(value), steps);
  }

  @Override
  public double at(long number) {
    return number > steps ? value.at(number - steps) : value.at(1) * number / steps;
  }
}

package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * From one value to another by the same factor at every update, then stays there:
 *
 * <pre>
 * t ≤ steps:  from · (to/from)^((t-1)/steps)
 * t > steps:  to
 * </pre>
 *
 * <p>So update 1 has {@code from} and update steps + 1 is the first that has {@code to}, as in
 * {@link Cosine} and {@link Linear}. The usual cooling of simulated annealing.
 */
@Meaning("from one value to another by a constant factor per update, then stays")
public record Exponential(
    @Meaning("the value at update 1, > 0") double from,
    @Meaning("the value in the end, > 0") double to,
    @Meaning("updates until the end, >= 1") long steps)
    implements Schedule {

  /** Checks the ranges. */
  public Exponential {
    new Checks()
        .positive("from", from)
        .positive("to", to)
        .that(steps >= 1, "steps", "must be >= 1", steps)
        .done();
  }

  @Override
  public double at(long number) {
    return number > steps ? to : from * StrictMath.pow(to / from, (double) (number - 1) / steps);
  }
}

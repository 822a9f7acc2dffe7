package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * Half a cosine from {@code peak} down to {@code floor} over {@code steps} updates, after an
 * optional linear warm-up that is counted in them (Loshchilov and Hutter 2017, arXiv:1608.03983,
 * eq. 5, one cycle). With w warm-up steps:
 *
 * <pre>
 * t ≤ w:          peak · t/w
 * w &lt; t ≤ steps:  floor + (peak - floor) · (1 + cos(π (t-1-w)/(steps-w))) / 2
 * t > steps:      floor
 * </pre>
 *
 * <p>So update w + 1 has the full peak and no update up to {@code steps} is spent on the floor;
 * with w = 0 this is PyTorch's {@code CosineAnnealingLR(T_max=steps)}, advanced after every update.
 */
@Meaning("half a cosine from peak to floor, after an optional linear warm-up")
public record Cosine(
    @Meaning("the largest value, >= 0") double peak,
    @Meaning("updates of linear rise, counted in steps, < steps") @Default("0") long warmUpSteps,
    @Meaning("updates until the floor, >= 1") long steps,
    @Meaning("the value in the end, in 0..peak") @Default("0") double floor)
    implements Schedule {

  /** Checks the ranges. */
  public Cosine {
    Checks checks = new Checks().nonNegative("peak", peak).nonNegative("floor", floor);
    checks.that(!(floor > peak), "floor", "must be <= peak", floor, "peak is " + peak);
    checks.that(steps >= 1, "steps", "must be >= 1", steps);
    checks.that(warmUpSteps >= 0, "warmUpSteps", "must be >= 0", warmUpSteps);
    checks.that(
        steps < 1 || warmUpSteps < steps,
        "warmUpSteps",
        "must be < steps",
        warmUpSteps,
        "steps counts the warm-up too and is " + steps);
    checks.done();
  }

  @Override
  public double at(long number) {
    if (number <= warmUpSteps) {
      return peak * number / warmUpSteps;
    }
    if (number > steps) {
      return floor;
    }
    double progress = (double) (number - 1 - warmUpSteps) / (steps - warmUpSteps);
    return floor + (peak - floor) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
  }
}

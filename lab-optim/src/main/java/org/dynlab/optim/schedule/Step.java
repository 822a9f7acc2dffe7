package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * Stairs: value · factorᵏ with k = ⌊(t-1)/every⌋, so the first {@code every} updates have the value
 * itself. PyTorch's {@code StepLR(step_size=every, gamma=factor)}, advanced after every update.
 */
@Meaning("stays for some updates, then is multiplied by a factor, and so on")
public record Step(
    @Meaning("the value at first, >= 0") double value,
    @Meaning("what each stair multiplies by, in (0, 1]") @Default("0.1") double factor,
    @Meaning("updates on each stair, >= 1") long every)
    implements Schedule {

  /** Checks the ranges. */
  public Step {
    new Checks()
        .nonNegative("value", value)
        .that(factor > 0 && factor <= 1, "factor", "must be in (0, 1]", factor)
        .that(every >= 1, "every", "must be >= 1", every)
        .done();
  }

  @Override
  public double at(long number) {
    long stairs = (number - 1) / every;
    return value * StrictMath.pow(factor, (double) stairs);
  }
}

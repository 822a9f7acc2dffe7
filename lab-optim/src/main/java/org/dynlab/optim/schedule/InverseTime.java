package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/**
 * scale · (offset + t)^-power: 1/t with the defaults. With a power in (0.5, 1] the step sizes sum
 * to infinity while their squares do not, which is what SGLD asks of a decaying step (Welling and
 * Teh 2011, eq. 2 and section 3: a(b+t)^-γ).
 */
@Meaning("falls as a power of the number of the update: scale * (offset + t)^-power")
public record InverseTime(
    @Meaning("a, the value where offset + t = 1, >= 0") double scale,
    @Meaning("b, updates that count as done before the first, >= 0") @Default("0") double offset,
    @Meaning("γ, >= 0") @Default("1") double power)
    implements Schedule {

  /** Checks the ranges. */
  public InverseTime {
    new Checks()
        .nonNegative("scale", scale)
        .nonNegative("offset", offset)
        .nonNegative("power", power)
        .done();
  }

  @Override
  public double at(long number) {
    return scale * StrictMath.pow(offset + number, -power);
  }
}

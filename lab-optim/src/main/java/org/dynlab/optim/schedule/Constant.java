package org.dynlab.optim.schedule;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Schedule;

/** The same value at every update. */
@Meaning("the same value at every update")
public record Constant(@Meaning("the value, >= 0") double value) implements Schedule {

  /** Checks the range. */
  public Constant {
    new Checks().nonNegative("value", value).done();
  }

  @Override
  public double at(long number) {
    return value;
  }
}

package org.dynlab.core.experiment.stop;

import java.util.function.DoublePredicate;
import org.dynlab.core.state.Slot;

/** Ends a run once a condition has held at a number of measured steps in a row. */
final class HeldFor implements StopState {
  private final DoublePredicate condition;
  private final long forSteps;
  private final boolean diverged;
  private final String reason;
  private final Slot count = new Slot("heldFor", new double[1]);

  HeldFor(DoublePredicate condition, long forSteps, boolean diverged, String reason) {
    this.condition = condition;
    this.forSteps = forSteps;
    this.diverged = diverged;
    this.reason = reason;
  }

  @Override
  public boolean see(long step, double value) {
    double[] held = count.values();
    held[0] = condition.test(value) ? held[0] + 1 : 0;
    return held[0] >= forSteps;
  }

  @Override
  public Slot slot() {
    return count;
  }

  @Override
  public boolean diverged() {
    return diverged;
  }

  @Override
  public String reason() {
    return reason;
  }
}

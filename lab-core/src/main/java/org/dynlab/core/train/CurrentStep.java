package org.dynlab.core.train;

import java.util.Optional;
import org.dynlab.core.rule.StepInput;

/** What the rule may know of one step. */
final class CurrentStep implements StepInput {
  private final long number;
  private final double loss;
  private final Moment moment;
  private final Optional<Judge> heldOut;

  CurrentStep(long number, double loss, Moment moment, Optional<Judge> heldOut) {
    this.number = number;
    this.loss = loss;
    this.moment = moment;
    this.heldOut = heldOut;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double[] parameters() {
    return moment.parameters();
  }

  @Override
  public double lossAt(double[] point, double[] gradient) {
    return moment.lossAt(point, gradient);
  }

  @Override
  public double heldOutAccuracy() {
    return heldOut
        .orElseThrow(() -> new IllegalStateException("the rule did not ask for held-out examples"))
        .fit()
        .accuracy();
  }
}

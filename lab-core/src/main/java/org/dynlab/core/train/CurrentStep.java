package org.dynlab.core.train;

import org.dynlab.core.rule.StepInput;

/** What the rule may know of one step. */
final class CurrentStep implements StepInput {
  private final long number;
  private final double loss;
  private final double[] parameters;

  CurrentStep(long number, double loss, double[] parameters) {
    this.number = number;
    this.loss = loss;
    this.parameters = parameters;
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
    return parameters;
  }
}

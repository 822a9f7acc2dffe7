package org.dynlab.optim.dl4j;

import org.dynlab.core.rule.StepInput;

/** What a rule may know of one step of {@code fit}. */
final class FitStep implements StepInput {
  private static final String REFUSED = "rules that ask for this are refused by RuleUpdater";

  private final long number;
  private final double loss;
  private final double[] parameters;

  FitStep(long number, double loss, double[] parameters) {
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

  @Override
  public double lossAt(double[] point, double[] gradient) {
    throw new IllegalStateException(REFUSED);
  }

  @Override
  public double heldOutAccuracy() {
    throw new IllegalStateException(REFUSED);
  }
}

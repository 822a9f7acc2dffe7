package org.dynlab.core.rule;

/** What a rule may know of the step besides the gradient. */
public interface StepInput {

  /** Number of this update, counted from 1. */
  long number();

  /** Mean data loss of the batch at the parameters before this update, natural log. */
  double loss();

  /** The parameters before this update; must not be written. */
  double[] parameters();

  /**
   * The mean data loss of the same batch elsewhere, at the price of a gradient pass. Only for rules
   * that say so in {@link Needs#otherPoints}.
   *
   * @param point rounded in place to what the network can hold
   * @param gradient receives the gradient there
   */
  double lossAt(double[] point, double[] gradient);

  /**
   * Share of right answers on the examples of {@link Needs#heldOut}, at the parameters before this
   * update. Only for rules that ask for it; no other way leads from a rule to examples outside of
   * the batch.
   */
  double heldOutAccuracy();
}

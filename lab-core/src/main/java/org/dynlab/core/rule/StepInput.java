package org.dynlab.core.rule;

/** What a rule may know of the step besides the gradient. Never anything of the test data. */
public interface StepInput {

  /** Number of this update, counted from 1. */
  long number();

  /** Mean data loss of the batch at the parameters before this update, natural log. */
  double loss();

  /** The parameters before this update; must not be written. */
  double[] parameters();
}

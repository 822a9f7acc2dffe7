package org.dynlab.core.task;

/** What the outputs of a network are compared with, one row per example. */
public sealed interface Targets permits ClassTargets, RealTargets, ResidualTargets {

  /** Number of examples. */
  int rows();

  /** The targets at these row numbers, in that order. */
  Targets select(int[] rows);

  /** Whether an example can be right or wrong, so that an accuracy is defined. */
  boolean judged();

  /**
   * Mean over examples and outputs of the squared target, what a relative L2 error is relative to;
   * NaN where targets are not numbers.
   */
  double meanSquare();
}

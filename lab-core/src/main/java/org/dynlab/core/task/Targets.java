package org.dynlab.core.task;

import java.util.Optional;

/** What the outputs of a network are compared with, one row per example. */
public sealed interface Targets permits ClassTargets, RealTargets, ResidualTargets {

  /** Number of examples. */
  int rows();

  /** The targets at these row numbers, in that order. */
  Targets select(int[] rows);

  /** These targets and after them those of {@code next}; empty if they are of another form. */
  Optional<Targets> followedBy(Targets next);

  /**
   * Whether the loss of a set is the mean of its rows' losses; if not, it cannot be judged piece by
   * piece.
   */
  default boolean rowByRow() {
    return true;
  }

  /** Whether an example can be right or wrong, so that an accuracy is defined. */
  boolean judged();

  /**
   * Mean over examples and outputs of the squared target, what a relative L2 error is relative to;
   * NaN where targets are not numbers.
   */
  double meanSquare();
}

package org.dynlab.core.task;

/** Inputs with their targets, row i of one belonging to row i of the other. */
public record Examples(Features features, ClassTargets targets) {

  /** Checks that both have the same number of rows. */
  public Examples {
    if (features.rows() != targets.rows()) {
      throw new IllegalArgumentException(
          "features have " + features.rows() + " rows, targets " + targets.rows());
    }
  }

  /** Number of examples. */
  public int rows() {
    return features.rows();
  }

  /** The examples at these row numbers, in that order. */
  public Examples select(int[] rows) {
    return new Examples(features.select(rows), targets.select(rows));
  }
}

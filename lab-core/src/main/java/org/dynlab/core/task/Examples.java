package org.dynlab.core.task;

import java.util.Optional;

/**
 * Inputs with their targets, row i of one belonging to row i of the other.
 *
 * @param features the inputs
 * @param targets what outputs are compared with
 * @param measure integration weights of the inputs, if they are points of a domain
 */
public record Examples(Features features, Targets targets, Optional<Measure> measure) {

  /** Checks that all have the same number of rows. */
  public Examples {
    if (features.rows() != targets.rows()) {
      throw new IllegalArgumentException(
          "features have " + features.rows() + " rows, targets " + targets.rows());
    }
    int weights = measure.map(Measure::rows).orElse(features.rows());
    if (weights != features.rows()) {
      throw new IllegalArgumentException(features.rows() + " rows, but " + weights + " weights");
    }
  }

  /** Examples that are no points of a domain. */
  public Examples(Features features, Targets targets) {
    this(features, targets, Optional.empty());
  }

  /** Number of examples. */
  public int rows() {
    return features.rows();
  }

  /** The examples at these row numbers, in that order. */
  public Examples select(int[] rows) {
    return new Examples(features.select(rows), targets.select(rows), Measure.select(measure, rows));
  }
}

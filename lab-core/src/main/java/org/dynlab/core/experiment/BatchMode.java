package org.dynlab.core.experiment;

import java.util.Optional;
import org.dynlab.core.describe.Checks;

/**
 * Which examples one step sees: all of them, or that many, drawn without replacement in an order
 * that is shuffled anew every epoch.
 *
 * @param size examples per step; empty for all
 */
public record BatchMode(Optional<Integer> size) {

  /** Checks the range. */
  public BatchMode {
    size.ifPresent(n -> new Checks().that(n >= 1, "", "must be full or >= 1", n).done());
  }

  /** Every step sees all training examples. */
  public static BatchMode full() {
    return new BatchMode(Optional.empty());
  }

  /** Every step sees {@code size} examples. */
  public static BatchMode of(int size) {
    return new BatchMode(Optional.of(size));
  }
}

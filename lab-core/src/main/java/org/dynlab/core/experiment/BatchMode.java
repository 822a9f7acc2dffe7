package org.dynlab.core.experiment;

import java.util.Optional;
import org.dynlab.core.describe.Checks;

/**
 * Which examples one step sees: all of them, or that many. Without replacement they are pieces of
 * an order that is shuffled anew every epoch; with replacement each is drawn from the whole set.
 *
 * @param size examples per step; empty for all
 * @param replacement whether one example may come twice in a step
 */
public record BatchMode(Optional<Integer> size, boolean replacement) {

  /** Checks the range. */
  public BatchMode {
    size.ifPresent(n -> new Checks().that(n >= 1, "", "must be full or >= 1", n).done());
  }

  /** Every step sees all training examples. */
  public static BatchMode full() {
    return new BatchMode(Optional.empty(), false);
  }

  /** Every step sees {@code size} examples, without replacement. */
  public static BatchMode of(int size) {
    return new BatchMode(Optional.of(size), false);
  }

  /** Every step sees {@code size} examples, with replacement. */
  public static BatchMode drawn(int size) {
    return new BatchMode(Optional.of(size), true);
  }
}

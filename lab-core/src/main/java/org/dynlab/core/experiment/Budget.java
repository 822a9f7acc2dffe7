package org.dynlab.core.experiment;

import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;

/** How many updates a run may make, and what ends it before. */
public record Budget(
    @Meaning("number of updates") long steps,
    @Meaning("what ends a run before") Optional<StopWhen> stopWhen) {

  /** Checks the range. */
  public Budget {
    new Checks().that(steps >= 1, "steps", "must be >= 1", steps).done();
  }
}

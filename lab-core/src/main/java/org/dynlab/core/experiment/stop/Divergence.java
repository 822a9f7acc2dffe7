package org.dynlab.core.experiment.stop;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * Calls a run diverged once a column has been above a limit for a number of measured steps in a
 * row. A run whose training loss or parameters are not finite has diverged without being asked.
 */
public record Divergence(
    @Meaning("column of the metric table, e.g. train.loss") String column,
    @Meaning("limit above which the run counts as diverged") double divergesAbove,
    @Default("1") @Meaning("number of measured steps in a row") long forSteps)
    implements StopRule {

  /** Checks the ranges. */
  public Divergence {
    new Checks()
        .that(StopRule.names(column), "column", "must name a column", '"' + column + '"')
        .that(!Double.isNaN(divergesAbove), "divergesAbove", "must be a number", divergesAbove)
        .that(forSteps >= 1, "forSteps", "must be >= 1", forSteps)
        .done();
  }

  @Override
  public StopState begin() {
    String reason = column + " was above " + divergesAbove;
    return new HeldFor(
        value -> !(value <= divergesAbove),
        forSteps,
        true,
        forSteps == 1 ? reason : reason + " at " + forSteps + " measured steps in a row");
  }
}

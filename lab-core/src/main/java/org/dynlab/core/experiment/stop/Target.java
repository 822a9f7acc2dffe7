package org.dynlab.core.experiment.stop;

import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * Ends a run once a column has stayed within bounds (both included) for a number of measured steps
 * in a row.
 */
public record Target(
    @Meaning("column of the metric table, e.g. eval.accuracy") String column,
    @Meaning("lowest value that counts") Optional<Double> atLeast,
    @Meaning("highest value that counts") Optional<Double> atMost,
    @Default("1") @Meaning("number of measured steps in a row") long forSteps)
    implements StopRule {

  /** Checks that the bounds hold something and not everything. */
  public Target {
    double low = atLeast.orElse(Double.NEGATIVE_INFINITY);
    double high = atMost.orElse(Double.POSITIVE_INFINITY);
    new Checks()
        .that(StopRule.names(column), "column", "must name a column", '"' + column + '"')
        .that(
            atLeast.isPresent() || atMost.isPresent(), "", "must have atLeast or atMost", "neither")
        .that(!Double.isNaN(low), "atLeast", "must be a number", low)
        .that(!Double.isNaN(high), "atMost", "must be a number", high)
        .that(!(low > high), "atMost", "must not be below atLeast", high)
        .that(forSteps >= 1, "forSteps", "must be >= 1", forSteps)
        .done();
  }

  @Override
  public StopState begin() {
    return new HeldFor(this::holds, forSteps, false, "reached " + words());
  }

  private String words() {
    String low = atLeast.map(bound -> " >= " + bound).orElse("");
    String high = atMost.map(bound -> " <= " + bound).orElse("");
    String both = low.isEmpty() || high.isEmpty() ? low + high : low + " and" + high;
    return column + both + (forSteps == 1 ? "" : " at " + forSteps + " measured steps in a row");
  }

  /** True if the value counts; NaN never does. */
  boolean holds(double value) {
    return value >= atLeast.orElse(Double.NEGATIVE_INFINITY)
        && value <= atMost.orElse(Double.POSITIVE_INFINITY);
  }
}

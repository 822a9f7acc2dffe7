package org.dynlab.core.experiment;

import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * Ends a run once a column has stayed within bounds (both included) for a number of steps in a row.
 */
public record StopWhen(
    @Meaning("column of the metric table, e.g. eval.accuracy") String column,
    @Meaning("lowest value that counts") Optional<Double> atLeast,
    @Meaning("highest value that counts") Optional<Double> atMost,
    @Default("1") @Meaning("number of steps in a row") long forSteps) {

  /** Checks that the bounds hold something and not everything. */
  public StopWhen {
    double low = atLeast.orElse(Double.NEGATIVE_INFINITY);
    double high = atMost.orElse(Double.POSITIVE_INFINITY);
    new Checks()
        .that(!column.isBlank(), "column", "must name a column", '"' + column + '"')
        .that(
            atLeast.isPresent() || atMost.isPresent(), "", "must have atLeast or atMost", "neither")
        .that(!Double.isNaN(low), "atLeast", "must be a number", low)
        .that(!Double.isNaN(high), "atMost", "must be a number", high)
        .that(!(low > high), "atMost", "must not be below atLeast", high)
        .that(forSteps >= 1, "forSteps", "must be >= 1", forSteps)
        .done();
  }

  /** True if the value counts; NaN never does. */
  public boolean holds(double value) {
    return value >= atLeast.orElse(Double.NEGATIVE_INFINITY)
        && value <= atMost.orElse(Double.POSITIVE_INFINITY);
  }
}

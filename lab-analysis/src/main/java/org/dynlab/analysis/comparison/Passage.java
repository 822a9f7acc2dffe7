package org.dynlab.analysis.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.store.claim.Threshold;

/**
 * How far apart in one run two thresholds are reached.
 *
 * @param early the one that is expected first
 * @param late the other one
 */
record Passage(Threshold early, Threshold late) {

  /** Steps from the early to the late one; may be negative. */
  Optional<OptionalDouble> gap(Run run) {
    return both(run, (before, after) -> after - before);
  }

  /** Step of the late one divided by step of the early one. */
  Optional<OptionalDouble> delay(Run run) {
    return both(run, (before, after) -> after / before);
  }

  /** Outer empty: not measured. Inner empty: one of them is never reached. */
  private Optional<OptionalDouble> both(Run run, DoubleBinaryOperator of) {
    return first(run, early)
        .flatMap(
            before ->
                first(run, late)
                    .map(
                        after ->
                            before.isPresent() && after.isPresent()
                                ? OptionalDouble.of(
                                    of.applyAsDouble(before.getAsDouble(), after.getAsDouble()))
                                : OptionalDouble.empty()));
  }

  private static Optional<OptionalDouble> first(Run run, Threshold threshold) {
    return run.curve(threshold.column())
        .map(curve -> Censored.outcome(curve.firstWhere(threshold::reachedBy)));
  }
}

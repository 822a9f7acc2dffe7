package org.dynlab.analysis.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Timing;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.claim.Threshold;

/** Single numbers of a run by which arms are compared; empty where the run did not measure them. */
final class RunMeasures {
  private static final String NORM = "weight.all.norm";
  private static final double MILLIS = 1e3;

  private RunMeasures() {}

  /** The last finite L2 norm of all parameters. */
  static OptionalDouble finalNorm(Run run) {
    return run.curve(NORM).map(Curve::finite).map(Curve::last).orElse(OptionalDouble.empty());
  }

  /**
   * Instability: the lowest value of the threshold's column from the first step at which it reached
   * the threshold. Empty if it never did; NaN is passed over.
   */
  static OptionalDouble lowestAfter(Threshold threshold, Run run) {
    Optional<Curve> curve = run.curve(threshold.column()).map(Curve::finite);
    OptionalLong first =
        curve.map(c -> c.firstWhere(threshold::reachedBy)).orElse(OptionalLong.empty());
    if (first.isEmpty()) {
      return OptionalDouble.empty();
    }
    Curve after = curve.get().from(first.getAsLong());
    return IntStream.range(0, after.size()).mapToDouble(after::value).min();
  }

  /**
   * The eval accuracy where the train loss first was at most that, on the straight line in (ln L,
   * accuracy) between the two steps measured around it; empty if it never was, or if either was not
   * measured there.
   */
  static OptionalDouble accuracyAtLoss(double loss, Run run) {
    Optional<Curve> losses = run.curve("train.loss").map(Curve::finite);
    Optional<Curve> accuracies = run.curve("eval.accuracy").map(Curve::finite);
    OptionalLong first =
        losses.map(c -> c.firstWhere(value -> value <= loss)).orElse(OptionalLong.empty());
    if (first.isEmpty() || accuracies.isEmpty()) {
      return OptionalDouble.empty();
    }
    return new Crossing(losses.get(), accuracies.get()).at(first.getAsLong(), loss);
  }

  /** Number of {@link LossSpikes} of the train loss. */
  static OptionalDouble lossSpikes(Run run) {
    return run.curve("train.loss")
        .map(losses -> OptionalDouble.of(LossSpikes.in(losses)))
        .orElse(OptionalDouble.empty());
  }

  /** Seconds of wall clock, instruments included. */
  static OptionalDouble wallSeconds(Run run) {
    return run.timing().steps() > 0
        ? OptionalDouble.of(run.timing().wallSeconds())
        : OptionalDouble.empty();
  }

  /** Milliseconds of wall clock per step without the time spent in instruments. */
  static OptionalDouble millisPerStep(Run run) {
    Timing timing = run.timing();
    double watching =
        timing.instrumentSeconds().values().stream().mapToDouble(Double::doubleValue).sum();
    return timing.steps() > 0
        ? OptionalDouble.of(MILLIS * (timing.wallSeconds() - watching) / timing.steps())
        : OptionalDouble.empty();
  }
}

package org.dynlab.analysis.phase;

import java.util.Optional;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Decimals;

/**
 * Epoch-wise double descent: the eval loss falls, rises and falls again, each time by more than
 * {@code max(5σ, ln 1.1)} of its logarithm, smoothed ({@link Smoothed}), σ being the noise of
 * single points. The time is that of the highest peak between two such falls. A wiggle within the
 * noise, or of less than a tenth of the loss, is no double descent. Losses below {@value #FLOOR}
 * count as that.
 */
record DoubleDescent() implements TimeRule {
  static final double NOISES = 5;
  private static final double FLOOR = 1e-8;
  private static final double LEAST = Math.log(1.1);

  @Override
  public String symbol() {
    return "t_DD";
  }

  @Override
  public String column() {
    return "eval.loss";
  }

  @Override
  public String definition() {
    return "highest peak of the smoothed eval loss between a first and a second descent, each move"
        + " by more than a factor 1.1 and than 5 standard deviations of its noise";
  }

  @Override
  public RunTime of(Run run) {
    Optional<Curve> losses = Fitting.measured(run, column());
    if (losses.isEmpty()) {
      return RunTime.none(run, "eval loss was not measured");
    }
    Smoothed curve = Smoothed.of(logarithm(losses.get()));
    double threshold = Math.max(LEAST, NOISES * curve.noise());
    Zigzag turns = Zigzag.of(curve, threshold);
    long watched = curve.step(curve.size() - 1);
    int peak = turns.highestPeak(curve);
    if (peak >= 0 && turns.firstIsHigh()) {
      return RunTime.at(run, curve.middle(peak), watched);
    }
    return missing(run, curve, turns, threshold);
  }

  private static RunTime missing(Run run, Smoothed curve, Zigzag turns, double threshold) {
    long watched = curve.step(curve.size() - 1);
    if (turns.turns().isEmpty()) {
      String factor = Decimals.plain(Math.exp(threshold));
      return RunTime.none(run, "the loss never moves by a factor of " + factor);
    }
    int peak = turns.highestPeak(curve);
    if (!turns.firstIsHigh()) {
      return RunTime.none(
          run,
          "no first descent: the loss rises from the first measurement"
              + (peak < 0 ? "" : " to a peak at step " + curve.middle(peak)));
    }
    if (turns.endsRising()) {
      int low = turns.turns().get(turns.turns().size() - 1);
      return RunTime.later(
          run, watched, "rises from step " + curve.step(low) + ", no second descent by the end");
    }
    return RunTime.none(run, "one descent alone: no rise beyond noise after it");
  }

  static Curve logarithm(Curve losses) {
    long[] steps = new long[losses.size()];
    double[] logs = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = losses.step(i);
      logs[i] = Math.log(Math.max(FLOOR, losses.value(i)));
    }
    return new Curve(steps, logs);
  }
}

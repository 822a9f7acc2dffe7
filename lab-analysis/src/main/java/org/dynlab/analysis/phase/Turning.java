package org.dynlab.analysis.phase;

import java.util.Optional;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Decimals;

/**
 * Where a column turns: its highest peak (or deepest valley) with a rise before and a fall behind
 * it (the other way round), of the curve smoothed by {@link Smoothed}, each by more than {@code
 * max(5σ, 0.01 · largest |value|)}, σ being the noise of single points, and for information also
 * than {@value #LEAST_BITS} bits. That the curve is higher still at its first or last measurement
 * does not count as a turn and is noted.
 *
 * @param symbol e.g. {@code t_IB}
 * @param column what turns
 * @param peak whether the peak is sought, else the valley
 */
record Turning(String symbol, String column, boolean peak) implements TimeRule {
  private static final double LEAST = 0.01;
  private static final double LEAST_BITS = 0.02;

  @Override
  public String definition() {
    return (peak ? "highest peak" : "deepest valley")
        + " of the smoothed column with a move on both sides by more than 1 % of its largest value"
        + " and than 5 standard deviations of its noise";
  }

  @Override
  public RunTime of(Run run) {
    Optional<Curve> measured = Fitting.measured(run, column);
    if (measured.isEmpty()) {
      return RunTime.none(run, column + " was not measured");
    }
    Smoothed upright = Smoothed.of(measured.get());
    double threshold = threshold(upright);
    Smoothed curve = peak ? upright : upright.negated();
    Zigzag turns = Zigzag.of(curve, threshold);
    int at = turns.highestPeak(curve);
    return at < 0 ? missing(run, curve, turns, threshold) : found(run, curve, at);
  }

  private double threshold(Smoothed curve) {
    double largest = Double.MIN_NORMAL;
    for (int i = 0; i < curve.size(); i++) {
      largest = Math.max(largest, Math.abs(curve.value(i)));
    }
    double least = Math.max(LEAST * largest, column.startsWith("mi.") ? LEAST_BITS : 0);
    return Math.max(least, DoubleDescent.NOISES * curve.noise());
  }

  private RunTime found(Run run, Smoothed curve, int at) {
    long watched = curve.step(curve.size() - 1);
    if (saturated(run, curve.middle(at))) {
      return RunTime.none(run, "within 2 % of its ceiling where it turns: the peak says nothing");
    }
    int most = curve.highest(0);
    String beyond = peak ? "higher still at step " : "lower still at step ";
    String note = curve.value(most) > curve.value(at) ? beyond + curve.middle(most) : "";
    RunTime time = RunTime.at(run, curve.middle(at), watched);
    return new RunTime(time.run(), time.seed(), time.step(), false, watched, note);
  }

  /** Whether the estimator was flagged there as saturated; columns without a flag never are. */
  private boolean saturated(Run run, long step) {
    return run.curve(column.replace(".x_t_", ".saturated_x_t_"))
        .filter(flag -> column.contains(".x_t_"))
        .map(flag -> flag.upTo(step).last().orElse(0) == 1)
        .orElse(false);
  }

  private RunTime missing(Run run, Smoothed curve, Zigzag turns, double threshold) {
    long watched = curve.step(curve.size() - 1);
    if (turns.turns().isEmpty()) {
      String size = Decimals.plain(threshold);
      return RunTime.none(run, "never moves by more than noise (" + size + ")");
    }
    String up = peak ? "rising" : "falling";
    String down = peak ? "falls" : "rises";
    return turns.endsRising()
        ? RunTime.later(run, watched, "still " + up + " or level at the end")
        : RunTime.none(run, down + " from the first measurement on");
  }
}

package org.dynlab.analysis.staircase;

import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.PairedCurves;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.analysis.statistics.Ranks;

/** The loss of one run, made ready once for all the ranks it is compared with. */
final class LossOfRun {
  private final Curve finite;
  private final Staircase stairs;
  private final double[] order;

  LossOfRun(Curve losses) {
    this.finite = losses.finite();
    this.stairs = Staircase.of(logarithms(losses), Scale.LOG_LOSS);
    this.order = Ranks.of(finite.copyOfValues());
  }

  /** NaN for a loss that has no logarithm. */
  private static Curve logarithms(Curve losses) {
    long[] steps = new long[losses.size()];
    double[] logs = new double[losses.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = losses.step(i);
      logs[i] = Math.log(losses.value(i));
    }
    return new Curve(steps, logs);
  }

  /** The finite values. */
  Curve finite() {
    return finite;
  }

  /** The stairs of the natural logarithm. */
  Staircase stairs() {
    return stairs;
  }

  /** Spearman's correlation with another curve over the steps that both have. */
  double spearman(Curve other) {
    PairedCurves pairs = new PairedCurves(other, finite);
    double[] theirs = Ranks.of(pairs.first());
    boolean all = theirs.length == order.length;
    return Correlation.pearsonValue(theirs, all ? order : Ranks.of(pairs.second()));
  }
}

package org.dynlab.analysis.phase;

import java.util.Optional;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Decimals;

/**
 * The end of fitting: the first step at which the train accuracy, running median of five
 * measurements, is at least a level. Where accuracy is not defined, the first at which the train
 * loss is at most 1 - level of its first value (this lab's reading).
 *
 * @param level share of the training examples
 * @param main whether it is the t_fit that the other times are held against
 */
record Fitting(double level, boolean main) implements TimeRule {
  private static final String ACCURACY = "train.accuracy";
  private static final String LOSS = "train.loss";

  @Override
  public String symbol() {
    return main ? "t_fit" : "t_fit " + Decimals.plain(level);
  }

  @Override
  public String column() {
    return ACCURACY;
  }

  @Override
  public String definition() {
    return "first step with train accuracy, running median of 5, of at least "
        + Decimals.plain(level)
        + "; without accuracies, with train loss of at most "
        + Decimals.plain(1 - level)
        + " of its first value";
  }

  @Override
  public RunTime of(Run run) {
    Optional<Curve> accuracy = measured(run, ACCURACY);
    if (accuracy.isPresent()) {
      return first(run, accuracy.get(), 1, level);
    }
    return measured(run, LOSS)
        .map(loss -> first(run, loss, -1, (1 - level) * loss.value(0)))
        .orElseGet(() -> RunTime.none(run, "neither train accuracy nor train loss was measured"));
  }

  static Optional<Curve> measured(Run run, String column) {
    return run.curve(column).map(Curve::finite).filter(curve -> curve.size() > 0);
  }

  private static RunTime first(Run run, Curve curve, int sign, double wanted) {
    double[] values = new double[curve.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = curve.value(i);
    }
    double[] smooth = Smoothed.runningMedian(values);
    long last = curve.step(curve.size() - 1);
    for (int i = 0; i < smooth.length; i++) {
      if (sign * smooth[i] >= sign * wanted) {
        return RunTime.at(run, curve.step(i), last);
      }
    }
    String end = Decimals.plain(smooth[smooth.length - 1]);
    return RunTime.later(run, last, "not reached; " + end + " at the end");
  }
}

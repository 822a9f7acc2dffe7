package org.dynlab.analysis.phase;

import java.util.Optional;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;

/** The ends of the second phase; all on curves smoothed by {@link Smoothed}. */
enum Ending implements TimeRule {
  /** By the eval accuracy. */
  ACCURACY(
      "t_end accuracy",
      "eval.accuracy",
      "first step with eval accuracy of at least 0.99 of its largest value") {
    @Override
    RunTime of(Run run, Smoothed curve) {
      double most = curve.value(curve.highest(0));
      if (most - curve.value(0) < LEAST_RISE) {
        return RunTime.none(run, "eval accuracy never rises by 0.1");
      }
      return first(run, curve, NEARLY * most);
    }
  },
  /** By the eval loss. */
  LOSS(
      "t_end loss",
      "eval.loss",
      "first step from which on the logarithm of eval loss stays within 5 % of the way from its"
          + " peak to its end") {
    @Override
    RunTime of(Run run, Smoothed losses) {
      Smoothed falling = losses.negated();
      int peak = losses.highest(0);
      double end = falling.value(falling.size() - 1);
      if (falling.value(falling.highest(0)) - end > LEAST_FALL) {
        return RunTime.later(
            run,
            falling.step(falling.size() - 1),
            "eval loss ends more than a factor 1.1 above its lowest value");
      }
      double way = end - falling.value(peak);
      if (way < LEAST_FALL) {
        return RunTime.none(run, "eval loss ends within a factor 1.1 of its peak");
      }
      return afterLastBelow(run, falling, end - LEFT * way);
    }

    @Override
    Curve seen(Curve measured) {
      return DoubleDescent.logarithm(measured);
    }
  };

  private static final double NEARLY = 0.99;
  private static final double LEFT = 0.05;
  private static final double LEAST_RISE = 0.1;
  private static final double LEAST_FALL = Math.log(1.1);

  private final String symbol;
  private final String column;
  private final String definition;

  Ending(String symbol, String column, String definition) {
    this.symbol = symbol;
    this.column = column;
    this.definition = definition;
  }

  abstract RunTime of(Run run, Smoothed curve);

  Curve seen(Curve measured) {
    return measured;
  }

  @Override
  public RunTime of(Run run) {
    Optional<Curve> measured = Fitting.measured(run, column);
    return measured
        .map(curve -> of(run, Smoothed.of(seen(curve))))
        .orElseGet(() -> RunTime.none(run, column + " was not measured"));
  }

  private static RunTime first(Run run, Smoothed curve, double wanted) {
    int i = 0;
    while (curve.value(i) < wanted) {
      i++;
    }
    return RunTime.at(run, curve.step(i), curve.step(curve.size() - 1));
  }

  private static RunTime afterLastBelow(Run run, Smoothed curve, double wanted) {
    int i = curve.size() - 1;
    while (i > 0 && curve.value(i - 1) >= wanted) {
      i--;
    }
    return RunTime.at(run, curve.step(i), curve.step(curve.size() - 1));
  }

  @Override
  public String symbol() {
    return symbol;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public String definition() {
    return definition;
  }
}

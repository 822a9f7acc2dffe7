package org.dynlab.analysis.phase;

import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;

/**
 * Where compression ends: the lowest point of a smoothed column after its turn, in the same run.
 *
 * @param turn how the turn is found
 */
record Bottom(Turning turn) implements TimeRule {

  @Override
  public String symbol() {
    return "t_end information";
  }

  @Override
  public String column() {
    return turn.column();
  }

  @Override
  public String definition() {
    return "lowest point of the smoothed column after t_IB";
  }

  @Override
  public RunTime of(Run run) {
    RunTime turned = turn.of(run);
    if (turned.step().isEmpty()) {
      return turned.later()
          ? RunTime.later(run, turned.watched(), turned.reason())
          : RunTime.none(run, turned.reason());
    }
    Curve column = Fitting.measured(run, turn.column()).orElseThrow();
    Smoothed falling = Smoothed.of(column).negated();
    int from = 0;
    while (falling.step(from) < turned.step().getAsDouble()) {
      from++;
    }
    return RunTime.at(run, falling.middle(falling.highest(from)), turned.watched());
  }
}

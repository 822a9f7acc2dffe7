package org.dynlab.core.train;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.experiment.Budget;
import org.dynlab.core.experiment.StopWhen;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.state.Slot;
import org.dynlab.store.Column;
import org.dynlab.store.Ending;
import org.dynlab.store.NearestKey;
import org.dynlab.store.Outcome;
import org.dynlab.store.UserError;

/** Tells the listener how the run goes and decides after each step whether it is over, and why. */
final class Stopping {
  private final Budget budget;
  private final Watch watch;
  private final Progress progress;
  private final int column;
  private final double[] heldFor = new double[1];

  Stopping(Budget budget, Watch watch, Progress progress) {
    this.budget = budget;
    this.watch = watch;
    this.progress = progress;
    List<String> names = watch.columns().stream().map(Column::name).toList();
    this.column = budget.stopWhen().map(stop -> position(stop.column(), names)).orElse(-1);
  }

  private static int position(String column, List<String> names) {
    if (!names.contains(column)) {
      throw new UserError(
          "budget.stopWhen.column",
          "must be a column that a probe measures",
          column,
          NearestKey.of(column, names)
              .map(near -> "did you mean " + near + "?")
              .orElse("columns are " + String.join(", ", names)));
    }
    return names.indexOf(column);
  }

  /**
   * @param batch fit of the batch at the moment's parameters
   */
  Optional<Ending> after(Moment moment, Fit batch) {
    long step = moment.step();
    progress.at(step, budget.steps(), batch, moment.lastEval().accuracy());
    watch.news().ifPresent(progress::noted);
    if (!Double.isFinite(batch.loss())) {
      return over(Outcome.DIVERGED, "train loss is " + batch.loss() + " at step " + step, step);
    }
    if (!moment.finite()) {
      return over(Outcome.DIVERGED, "a parameter is not finite at step " + step, step);
    }
    if (targetHeld()) {
      String target = budget.stopWhen().map(StopWhen::toString).orElse("");
      return over(Outcome.COMPLETED, "reached " + target, step);
    }
    if (step == budget.steps()) {
      return over(Outcome.COMPLETED, "all " + step + " steps done", step);
    }
    return progress.stopRequested()
        ? over(Outcome.INTERRUPTED, "stopped on request", step)
        : Optional.empty();
  }

  /** What it has counted. */
  List<Slot> slots() {
    return List.of(new Slot("stopping.heldFor", heldFor));
  }

  private boolean targetHeld() {
    if (column < 0 || !watch.measured().get(column)) {
      return false;
    }
    StopWhen stop = budget.stopWhen().orElseThrow();
    heldFor[0] = stop.holds(watch.values()[column]) ? heldFor[0] + 1 : 0;
    return heldFor[0] >= stop.forSteps();
  }

  private static Optional<Ending> over(Outcome outcome, String reason, long steps) {
    return Optional.of(new Ending(outcome, reason, steps));
  }
}

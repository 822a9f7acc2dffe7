package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.experiment.Budget;
import org.dynlab.core.experiment.stop.StopRule;
import org.dynlab.core.experiment.stop.StopRules;
import org.dynlab.core.experiment.stop.StopState;
import org.dynlab.core.instrument.Fit;
import org.dynlab.core.state.Slot;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;

/** Tells the listener how the run goes and decides after each step whether it is over, and why. */
final class Stopping {
  private final Budget budget;
  private final Watch watch;
  private final Progress progress;
  private final Optional<Overseer> overseer;
  private final List<Watched> rules = new ArrayList<>();

  /** A stopping rule at work, and the column that it reads. */
  private record Watched(StopState state, int column) {}

  Stopping(Budget budget, Watch watch, Progress progress, Optional<Overseer> overseer) {
    this.budget = budget;
    this.watch = watch;
    this.progress = progress;
    this.overseer = overseer;
    List<String> names = watch.columns().stream().map(Column::name).toList();
    budget.columnsNamed("budget.").forEach((where, column) -> check(where, column, names));
    for (StopRule rule : budget.stopWhen().map(StopRules::rules).orElse(List.of())) {
      rules.add(new Watched(rule.begin(), names.indexOf(rule.column())));
    }
  }

  private static void check(String where, String column, List<String> names) {
    if (!names.contains(column)) {
      throw new UserError(
          where,
          "must be a column that a probe measures",
          column,
          NearestKey.of(column, names)
              .map(near -> "did you mean " + near + "?")
              .orElse("columns are " + String.join(", ", names)));
    }
  }

  /**
   * Decides behind a row.
   *
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
    return ruled(step).or(() -> overseen(step)).or(() -> ended(step));
  }

  /** The first rule that holds; all of them take notice. */
  private Optional<Ending> ruled(long step) {
    Optional<Ending> first = Optional.empty();
    for (Watched rule : rules) {
      StopState state = rule.state;
      if (watch.measured().get(rule.column) && state.see(step, watch.values()[rule.column])) {
        Outcome outcome = state.diverged() ? Outcome.DIVERGED : Outcome.COMPLETED;
        first = first.or(() -> over(outcome, state.reason(), step));
      }
    }
    return first;
  }

  private Optional<Ending> overseen(long step) {
    if (overseer.isEmpty()) {
      return Optional.empty();
    }
    Overseer.Verdict verdict = overseer.get().look(step, watch.values(), watch.measured());
    if (verdict.action() == Overseer.Action.FLAG) {
      progress.noted(verdict.reason());
    }
    return verdict.action() == Overseer.Action.END
        ? over(Outcome.COMPLETED, "ended early: " + verdict.reason(), step)
        : Optional.empty();
  }

  private Optional<Ending> ended(long step) {
    if (step == budget.steps()) {
      return over(Outcome.COMPLETED, "all " + step + " steps done", step);
    }
    return progress.stopRequested()
        ? over(Outcome.INTERRUPTED, "stopped on request", step)
        : Optional.empty();
  }

  /** What rules and overseer remember. */
  List<Slot> slots() {
    List<Slot> all = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Slot slot = rules.get(i).state.slot();
      all.add(new Slot("stop." + i + "." + slot.name(), slot.values()));
    }
    overseer
        .map(Overseer::slots)
        .orElse(List.of())
        .forEach(slot -> all.add(new Slot("overseer." + slot.name(), slot.values())));
    return all;
  }

  private static Optional<Ending> over(Outcome outcome, String reason, long steps) {
    return Optional.of(new Ending(outcome, reason, steps));
  }
}

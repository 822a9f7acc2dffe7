package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.store.Threshold;

/**
 * The first steps by which arms are compared: at accuracies where the task has them, otherwise at
 * losses and relative errors.
 */
final class Milestones {
  private static final Threshold MEMORISED = Threshold.rising("train.accuracy", 0.99);
  private static final Threshold UNDERSTOOD = Threshold.rising("eval.accuracy", 0.9);
  static final List<Threshold> ACCURACIES =
      List.of(MEMORISED, UNDERSTOOD, Threshold.rising("eval.accuracy", 0.99));
  private static final List<Threshold> ERRORS =
      List.of(
          Threshold.falling("train.loss", 1e-1),
          Threshold.falling("train.loss", 1e-2),
          Threshold.falling("train.loss", 1e-3),
          Threshold.falling("eval.relative_l2", 1e-1),
          Threshold.falling("eval.relative_l2", 1e-2));

  private Milestones() {}

  /** One row per arm: median first steps with range and how often they were never reached. */
  static String table(Sweep sweep) {
    boolean judged = ACCURACIES.stream().anyMatch(threshold -> hasNumbers(sweep, threshold));
    return judged
        ? table(sweep, ACCURACIES, "an accuracy", true)
        : table(sweep, ERRORS, "an error", false);
  }

  private static boolean hasNumbers(Sweep sweep, Threshold threshold) {
    return sweep.runs().stream()
        .flatMap(run -> run.curve(threshold.column()).stream())
        .anyMatch(curve -> curve.finite().size() > 0);
  }

  private static String table(Sweep sweep, List<Threshold> all, String what, boolean withDelay) {
    List<Threshold> thresholds = all.stream().filter(t -> hasNumbers(sweep, t)).toList();
    if (thresholds.isEmpty()) {
      return "<p>Neither accuracies nor losses were measured.</p>";
    }
    Table table =
        new Table("First step at " + what + ": median (lowest..highest) over runs that count")
            .words("arm")
            .numbers("runs that count");
    thresholds.forEach(threshold -> table.numbers(text(threshold)));
    if (withDelay) {
      table.numbers("delay: " + text(UNDERSTOOD) + " ÷ " + text(MEMORISED));
    }
    for (Arm arm : sweep.arms()) {
      List<String> cells = new ArrayList<>();
      cells.add(arm.name());
      cells.add(arm.counted().size() + " of " + arm.runs().size());
      thresholds.forEach(threshold -> cells.add(firstSteps(threshold, arm).text("")));
      if (withDelay) {
        cells.add(delay(arm).text("× "));
      }
      table.row(cells);
    }
    return table.html();
  }

  static String text(Threshold threshold) {
    return threshold.column().replace(".accuracy", "")
        + (threshold.falling() ? " ≤ " : " ≥ ")
        + Decimals.plain(threshold.value());
  }

  static Censored firstSteps(Threshold threshold, Arm arm) {
    return Censored.firstSteps(arm.curves(threshold.column()), threshold::reachedBy);
  }

  private static Optional<OptionalDouble> of(Threshold threshold, Run run) {
    return run.curve(threshold.column())
        .map(curve -> Censored.outcome(curve.firstWhere(threshold::reachedBy)));
  }

  /** Delays of the runs that measured both; never if one of the two is never reached. */
  private static Censored delay(Arm arm) {
    List<OptionalDouble> delays = new ArrayList<>();
    for (Run run : arm.counted()) {
      Optional<OptionalDouble> early = of(MEMORISED, run);
      Optional<OptionalDouble> late = of(UNDERSTOOD, run);
      if (early.isPresent() && late.isPresent()) {
        boolean both = early.get().isPresent() && late.get().isPresent();
        delays.add(
            both
                ? OptionalDouble.of(late.get().getAsDouble() / early.get().getAsDouble())
                : OptionalDouble.empty());
      }
    }
    return Censored.of(delays);
  }
}

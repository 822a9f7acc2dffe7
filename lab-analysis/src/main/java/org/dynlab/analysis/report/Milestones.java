package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.Milestone;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.store.claim.Threshold;

/** The first steps at losses and errors, by which arms of tasks without accuracies are compared. */
final class Milestones {
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
    List<Threshold> thresholds = ERRORS.stream().filter(t -> hasNumbers(sweep, t)).toList();
    if (thresholds.isEmpty()) {
      return "<p>Neither accuracies nor losses were measured.</p>";
    }
    Table table =
        new Table("First step at an error: median (lowest..highest) over runs that count")
            .words("arm")
            .numbers("runs that count");
    thresholds.forEach(threshold -> table.numbers(Milestone.text(threshold)));
    for (Arm arm : sweep.arms()) {
      List<String> cells = new ArrayList<>(List.of(arm.label()));
      cells.add(arm.counted().size() + " of " + arm.runs().size());
      thresholds.forEach(threshold -> cells.add(firstSteps(threshold, arm).text("")));
      table.row(cells);
    }
    return table.html();
  }

  /** Whether any run measured a finite value of the threshold's column. */
  static boolean hasNumbers(Sweep sweep, Threshold threshold) {
    return sweep.runs().stream()
        .flatMap(run -> run.curve(threshold.column()).stream())
        .anyMatch(curve -> curve.finite().size() > 0);
  }

  static Censored firstSteps(Threshold threshold, Arm arm) {
    return Censored.firstSteps(arm.curves(threshold.column()), threshold::reachedBy);
  }
}

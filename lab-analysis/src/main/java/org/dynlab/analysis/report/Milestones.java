package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;

/** The first steps by which arms are compared. */
final class Milestones {
  static final Milestone MEMORISED = new Milestone("train.accuracy", 0.99);
  static final Milestone UNDERSTOOD = new Milestone("eval.accuracy", 0.9);
  static final List<Milestone> ALL =
      List.of(MEMORISED, UNDERSTOOD, new Milestone("eval.accuracy", 0.99));

  private Milestones() {}

  /** A column at or above a value. */
  record Milestone(String column, double value) {
    String text() {
      return column.replace(".accuracy", "") + " ≥ " + value;
    }

    Censored firstSteps(Arm arm) {
      return Censored.firstSteps(arm.curves(column), value);
    }

    private Optional<OptionalDouble> of(Run run) {
      return run.curve(column).map((Curve curve) -> Censored.outcome(curve.firstAtLeast(value)));
    }
  }

  /** One row per arm: median first steps with range and how often they were never reached. */
  static String table(Sweep sweep) {
    Table table =
        new Table(
                "First step at or above an accuracy: median (lowest..highest) over runs that count")
            .words("arm")
            .numbers("runs that count");
    ALL.forEach(milestone -> table.numbers(milestone.text()));
    table.numbers("delay: " + UNDERSTOOD.text() + " ÷ " + MEMORISED.text());
    for (Arm arm : sweep.arms()) {
      List<String> cells = new ArrayList<>();
      cells.add(arm.name());
      cells.add(arm.counted().size() + " of " + arm.runs().size());
      ALL.forEach(milestone -> cells.add(milestone.firstSteps(arm).text("")));
      cells.add(delay(arm).text("× "));
      table.row(cells);
    }
    return table.html();
  }

  /** Delays of the runs that measured both; never if one of the two is never reached. */
  private static Censored delay(Arm arm) {
    List<OptionalDouble> delays = new ArrayList<>();
    for (Run run : arm.counted()) {
      Optional<OptionalDouble> early = MEMORISED.of(run);
      Optional<OptionalDouble> late = UNDERSTOOD.of(run);
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

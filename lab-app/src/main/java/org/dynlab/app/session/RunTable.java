package org.dynlab.app.session;

import java.util.Locale;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.app.estimate.PlanText;
import org.dynlab.app.terminal.TextTable;
import org.dynlab.app.terminal.Words;

/** How every run of a sweep came out, one line each. */
public final class RunTable {
  private RunTable() {}

  public static String of(Sweep sweep) {
    TextTable table =
        new TextTable(
            "run",
            "settings",
            "seed",
            "outcome",
            "steps",
            "seconds",
            "train loss",
            "train acc",
            "eval loss",
            "eval acc");
    for (Run run : sweep.runs()) {
      table.row(
          String.format(Locale.ROOT, "%03d", run.index()),
          PlanText.settings(run.arm()),
          Long.toString(run.seed()),
          run.state().words(),
          Long.toString(run.steps()),
          String.format(Locale.ROOT, "%.1f", run.timing().wallSeconds()),
          last(run, "train.loss"),
          last(run, "train.accuracy"),
          last(run, "eval.loss"),
          last(run, "eval.accuracy"));
    }
    return table.text();
  }

  private static String last(Run run, String column) {
    return run.curve(column)
        .map(curve -> Words.number(curve.last().orElse(Double.NaN)))
        .orElse("-");
  }
}

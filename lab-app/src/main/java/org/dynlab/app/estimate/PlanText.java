package org.dynlab.app.estimate;

import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.app.terminal.TextTable;
import org.dynlab.app.terminal.Words;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.RunSpec;

/** The numbered runs of an experiment, as {@code --dry-run} prints them. */
public final class PlanText {
  private PlanText() {}

  public static String of(Expansion expansion) {
    TextTable table = new TextTable("run", "folder", "seed", "settings");
    for (RunSpec run : expansion.runs()) {
      table.row(
          Integer.toString(run.index()),
          run.planned().folder(),
          Long.toString(run.seed()),
          settings(run.point()));
    }
    return expansion.experiment().name()
        + ": "
        + Words.count(expansion.runs().size(), "run")
        + "\n"
        + table.text();
  }

  /** e.g. {@code optimizer=wand, task.modulus=43}; {@code -} if nothing is swept. */
  public static String settings(Map<String, String> point) {
    return point.isEmpty()
        ? "-"
        : point.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}

package org.dynlab.app.estimate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dynlab.app.terminal.TextTable;
import org.dynlab.app.terminal.Words;
import org.dynlab.core.experiment.RunSpec;

/** The numbered runs of an experiment, as {@code --dry-run} prints them. */
public final class PlanText {
  private PlanText() {}

  /**
   * The table under a heading.
   *
   * @param name of the experiment
   * @param left those of the runs that have no result yet
   */
  public static String of(String name, List<RunSpec> runs, List<RunSpec> left) {
    Set<Integer> numbers = left.stream().map(RunSpec::index).collect(Collectors.toSet());
    TextTable table = new TextTable("run", "folder", "seed", "settings", "before");
    for (RunSpec run : runs) {
      table.row(
          Integer.toString(run.index()),
          run.planned().folder(),
          Long.toString(run.seed()),
          settings(run.point()),
          numbers.contains(run.index()) ? "-" : "done");
    }
    int done = runs.size() - left.size();
    return name
        + ": "
        + Words.count(runs.size(), "run")
        + (done == 0 ? "" : ", " + done + " of them done before")
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

package org.dynlab.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * What becomes of the plan in a folder when an experiment is asked for again: it stays, or, where
 * only the sweep differs, it grows. Planned runs keep number and folder; new ones come behind them.
 * A plan that would lose runs is refused, and so is another experiment.
 *
 * @param file the plan that the folder holds
 * @param held its runs
 * @param asked the runs that are asked for, in any order
 */
record PlanGrowth(Path file, List<PlannedRun> held, List<PlannedRun> asked) {
  private static final int SHOWN = 10;
  private static final String WAY_OUT = "choose another --out or name";

  /** The plan from now on. */
  List<PlannedRun> merged() {
    List<PlannedRun> merged = new ArrayList<>(held);
    for (PlannedRun run : without(asked, held)) {
      merged.add(new PlannedRun(merged.size(), run.hash(), run.seed(), run.point()));
    }
    return merged;
  }

  /** The description is the same: so must the runs be. */
  void checkSame() {
    List<Problem> problems = new ArrayList<>();
    for (PlannedRun run : without(held, asked)) {
      String where = PlanFile.line(file, run.index());
      problems.add(new Problem(where, "must be a run of the experiment", run.words(), cause()));
    }
    for (PlannedRun run : without(asked, held)) {
      String rule = "must list every run of the experiment";
      problems.add(new Problem(file.toString(), rule, "none with " + run.words(), cause()));
    }
    refuse(problems);
  }

  private static String cause() {
    return "edited, or made by another version of the lab; " + WAY_OUT;
  }

  /**
   * The description differs, {@code lines} say where.
   *
   * @param there the description that the folder holds
   * @param here the description that is asked for
   */
  void checkGrows(String there, String here, List<Problem> lines) {
    List<PlannedRun> lost = without(held, asked);
    boolean sweepDiffers = !TopLevel.part(there, "sweep").equals(TopLevel.part(here, "sweep"));
    boolean restDiffers = !TopLevel.without(there, "sweep").equals(TopLevel.without(here, "sweep"));
    boolean sharedDiffers =
        !TopLevel.part(there, "name").equals(TopLevel.part(here, "name"))
            || !TopLevel.part(there, "claims").equals(TopLevel.part(here, "claims"));
    // Beside a grid stand the values of its first point, which may have moved.
    boolean otherRuns = restDiffers && !lost.isEmpty() && lost.size() == held.size();
    if (!sweepDiffers || sharedDiffers || otherRuns) {
      String got = "another one, lines that differ: " + lines.size();
      refuse(headed("must hold the same experiment", got, WAY_OUT, lines));
    }
    if (!lost.isEmpty()) {
      List<Problem> missing =
          lost.stream()
              .map(run -> new Problem(place(run), "must still be swept over", run.words()))
              .toList();
      String got = "a sweep without " + lost.size() + " of " + held.size();
      String hint = "the folder holds more: a sweep may only grow, or " + WAY_OUT;
      refuse(headed("must keep all its runs", got, hint, missing));
    }
  }

  private String place(PlannedRun run) {
    return PlanFile.line(file, run.index()) + ": " + run.folder();
  }

  private List<Problem> headed(String rule, String got, String hint, List<Problem> more) {
    List<Problem> problems = new ArrayList<>();
    problems.add(new Problem(String.valueOf(file.getParent()), rule, got, hint));
    problems.addAll(more.subList(0, Math.min(SHOWN, more.size())));
    return problems;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new UserError(problems.subList(0, Math.min(SHOWN + 1, problems.size())));
    }
  }

  private static List<PlannedRun> without(List<PlannedRun> runs, List<PlannedRun> others) {
    Set<PlannedRun.Identity> known = new HashSet<>();
    others.forEach(run -> known.add(run.identity()));
    return runs.stream().filter(run -> !known.contains(run.identity())).toList();
  }
}

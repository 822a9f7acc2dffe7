package org.dynlab.analysis.latent.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.store.claim.Target;

/**
 * When a run reached the target, counted in the rows of its features.
 *
 * @param run its name
 * @param row number of the first row at or after the step at which the target is first passed; for
 *     a run that never gets there the number of rows of the longest run, as in arXiv 2308.09543
 * @param step that step; the last one of the run if it never gets there
 * @param reached whether it got there within its rows
 */
public record Convergence(String run, int row, long step, boolean reached) {

  /**
   * The convergence of every run of the sequences.
   *
   * @param runs those of the sequences, in their order, each with the target's column
   */
  public static List<Convergence> of(List<Run> runs, Sequences rows, Target target) {
    int longest = 0;
    for (int run = 0; run < rows.count(); run++) {
      longest = Math.max(longest, rows.length(run));
    }
    List<Convergence> all = new ArrayList<>();
    for (int run = 0; run < rows.count(); run++) {
      OptionalLong passed =
          runs.get(run).curve(target.column()).orElseThrow().firstWhere(target::passedBy);
      all.add(of(run, rows, passed, longest));
    }
    return all;
  }

  private static Convergence of(int run, Sequences rows, OptionalLong passed, int longest) {
    String name = rows.runs().get(run);
    int length = rows.length(run);
    if (passed.isPresent()) {
      for (int t = 0; t < length; t++) {
        if (rows.step(run, t) >= passed.getAsLong()) {
          return new Convergence(name, t, passed.getAsLong(), true);
        }
      }
    }
    return new Convergence(name, longest, rows.step(run, length - 1), false);
  }
}

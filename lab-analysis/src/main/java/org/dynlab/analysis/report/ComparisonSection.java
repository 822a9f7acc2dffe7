package org.dynlab.analysis.report;

import java.util.List;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.Milestone;
import org.dynlab.store.claim.Threshold;

/** The section that holds arms against each other: by accuracies where the task has them. */
final class ComparisonSection {
  private static final String ERRORS =
      "A run that never gets there counts as later than all others; “never” stands where that is the"
          + " middle run. Steps are completed updates.";
  private static final String ACCURACIES =
      "Medians are Kaplan–Meier estimates over the runs that count, with 95 % intervals: a run that"
          + " never gets there is not dropped but censored at the last step it was watched; “> 3000”"
          + " says that step 3000 was not enough. A diverged run never gets there."
          + " Steps are completed updates. Other numbers are medians (lowest..highest) over the"
          + " runs that measured them.";
  private static final String TESTS =
      " The log-rank tests take runs as independent; where arms share seeds, and seeds matter, their"
          + " p tends to be too large rather than too small.";

  private ComparisonSection() {}

  static String html(Sweep sweep) {
    List<Threshold> measured =
        Milestone.ALL.stream().filter(t -> Milestones.hasNumbers(sweep, t)).toList();
    String several = sweep.arms().size() > 1 ? "Arms compared" : "Milestones";
    if (measured.isEmpty()) {
      return section(several, ERRORS) + Milestones.table(sweep);
    }
    ArmTables tables = new ArmTables(sweep, measured);
    boolean tested = sweep.arms().size() > 1 && measured.contains(Milestone.UNDERSTOOD);
    String reading = ACCURACIES + (tested ? TESTS : "");
    return section(several, reading)
        + tables.passages()
        + (tested ? tables.tests() : "")
        + tables.way()
        + tables.knowledge()
        + tables.costs();
  }

  private static String section(String title, String reading) {
    return "<h2>" + title + "</h2>\n<p class=\"reading\">" + Html.escape(reading) + "</p>\n";
  }
}

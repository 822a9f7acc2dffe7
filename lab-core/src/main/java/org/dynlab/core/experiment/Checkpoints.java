package org.dynlab.core.experiment;

import java.util.List;
import java.util.function.LongPredicate;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * When the state of a run is written down. The newest two checkpoints are always there; a run goes
 * on from the last one. They change no number of the run, and do not count for its hash.
 */
public record Checkpoints(
    @Default("60")
        @Meaning("most seconds between two checkpoints, >= 0; fewer at first: 1, 2, 4, ...")
        double everySeconds,
    @Default("[]")
        @Meaning("steps whose checkpoints stay: phases, {logSpaced: 20}, {at: [100, 200]}, ...")
        List<Cadence> keep) {
  /** A checkpoint a minute, none for good. */
  public static final Checkpoints STANDARD = new Checkpoints(60, List.of());

  /** Checks the range, copies the list. */
  public Checkpoints {
    new Checks().nonNegative("everySeconds", everySeconds).done();
    keep = List.copyOf(keep);
  }

  /** Says of every step of a run of {@code steps} updates whether its checkpoint stays. */
  public LongPredicate kept(long steps) {
    List<LongPredicate> due = keep.stream().map(cadence -> cadence.over(steps)).toList();
    return step -> due.stream().anyMatch(each -> each.test(step));
  }
}

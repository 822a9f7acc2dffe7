package org.dynlab.analysis.comparison;

import java.util.List;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.store.claim.Threshold;

/** The accuracies whose first steps tell arms apart. */
public final class Milestone {
  /** The training examples are known by heart. */
  public static final Threshold MEMORISED = Threshold.rising("train.accuracy", 0.99);

  /** Most unseen examples are right: the curves that are drawn, and what log-rank tests compare. */
  public static final Threshold UNDERSTOOD = Threshold.rising("eval.accuracy", 0.9);

  /** Nearly all unseen examples are right: the run generalises. */
  public static final Threshold GENERALISED = Threshold.rising("eval.accuracy", 0.99);

  /** In the order in which a run reaches them. */
  public static final List<Threshold> ALL =
      List.of(MEMORISED, UNDERSTOOD, Threshold.rising("eval.accuracy", 0.95), GENERALISED);

  private Milestone() {}

  /** e.g. {@code eval ≥ 0.9}. */
  public static String text(Threshold threshold) {
    return threshold.column().replace(".accuracy", "")
        + (threshold.falling() ? " ≤ " : " ≥ ")
        + Decimals.plain(threshold.value());
  }
}

package org.dynlab.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.survival.Holm;
import org.dynlab.analysis.comparison.survival.LogRank;
import org.dynlab.analysis.comparison.survival.Survival;
import org.dynlab.analysis.comparison.survival.SurvivalTime;
import org.dynlab.store.claim.Threshold;

/**
 * The arms of a sweep, and log-rank tests of each against one of them.
 *
 * @param reference the arm that the others are held against
 * @param threshold what the tests are about: how soon runs reach it
 * @param trials one test per other arm, in the order of the plan
 */
public record Comparison(Arm reference, Threshold threshold, List<Trial> trials) {

  /** Copies the list. */
  public Comparison {
    trials = List.copyOf(trials);
  }

  /**
   * One arm against the reference.
   *
   * @param test its log-rank test, the arm being the first sample
   * @param adjusted the test's p after Holm's correction for the number of arms tested
   */
  public record Trial(Arm arm, LogRank test, double adjusted) {}

  /** Against the first arm of the plan, on {@link Milestone#UNDERSTOOD}. */
  public static Comparison of(Sweep sweep) {
    return against(sweep.arms().get(0), sweep, Milestone.UNDERSTOOD);
  }

  /** Every other arm of the sweep against that one. */
  public static Comparison against(Arm reference, Sweep sweep, Threshold threshold) {
    List<Arm> others = sweep.arms().stream().filter(arm -> !arm.equals(reference)).toList();
    List<SurvivalTime> measure = Survival.of(reference, threshold).times();
    List<LogRank> tests =
        others.stream()
            .map(arm -> LogRank.of(Survival.of(arm, threshold).times(), measure))
            .toList();
    List<Double> adjusted = Holm.adjusted(tests.stream().map(LogRank::p).toList());
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      trials.add(new Trial(others.get(i), tests.get(i), adjusted.get(i)));
    }
    return new Comparison(reference, threshold, trials);
  }
}

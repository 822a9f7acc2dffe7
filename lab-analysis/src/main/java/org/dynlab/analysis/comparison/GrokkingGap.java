package org.dynlab.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.comparison.survival.KaplanMeier;
import org.dynlab.analysis.comparison.survival.MedianStep;
import org.dynlab.analysis.comparison.survival.SurvivalTime;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.claim.Threshold;

/**
 * How many steps pass in a run between an early threshold (train) and a late one (eval).
 *
 * <p>A run that reached the early one only is right-censored at the steps it was watched since, or
 * never gets there if it diverged ({@link SurvivalTime#NEVER}). One that reached the late one first
 * has the gap 0. One that never reached the early one has no gap: it is left out, with its reason,
 * as is one that does not count or did not measure both.
 *
 * @param gaps one per run that has one, in the order of the plan
 * @param lateFirst how many of them reached the late threshold before the early one
 * @param diverged how many of them never reach it because the run diverged
 * @param leftOut runs without a gap, each with its reason
 */
public record GrokkingGap(
    List<SurvivalTime> gaps, int lateFirst, int diverged, List<LeftOut> leftOut) {

  /** Copies the lists. */
  public GrokkingGap {
    gaps = List.copyOf(gaps);
    leftOut = List.copyOf(leftOut);
  }

  /** From {@link Milestone#MEMORISED} to {@link Milestone#GENERALISED}. */
  public static GrokkingGap of(Arm arm) {
    return of(arm, Milestone.MEMORISED, Milestone.GENERALISED);
  }

  /** Between two thresholds. */
  public static GrokkingGap of(Arm arm, Threshold early, Threshold late) {
    List<SurvivalTime> gaps = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    int lateFirst = 0;
    int diverged = 0;
    for (Run run : arm.runs()) {
      Optional<String> reason = reason(run, early, late);
      if (reason.isPresent()) {
        leftOut.add(new LeftOut(run.name(), reason.get()));
        continue;
      }
      long from = first(run, early).getAsLong();
      OptionalLong to = first(run, late);
      lateFirst += to.isPresent() && to.getAsLong() < from ? 1 : 0;
      SurvivalTime gap = gap(run, from, to, late);
      diverged += gap.equals(SurvivalTime.NEVER) ? 1 : 0;
      gaps.add(gap);
    }
    return new GrokkingGap(gaps, lateFirst, diverged, leftOut);
  }

  private static Optional<String> reason(Run run, Threshold early, Threshold late) {
    if (!run.counts()) {
      return Optional.of(run.state().words());
    }
    for (Threshold threshold : List.of(early, late)) {
      if (run.curve(threshold.column()).isEmpty()) {
        return Optional.of("did not measure " + threshold.column());
      }
    }
    return first(run, early).isPresent()
        ? Optional.empty()
        : Optional.of("never reached " + Milestone.text(early));
  }

  private static OptionalLong first(Run run, Threshold threshold) {
    return run.curve(threshold.column()).orElseThrow().firstWhere(threshold::reachedBy);
  }

  private static SurvivalTime gap(Run run, long from, OptionalLong to, Threshold late) {
    if (to.isPresent()) {
      return new SurvivalTime(Math.max(0, to.getAsLong() - from), true);
    }
    Curve watched = run.curve(late.column()).orElseThrow();
    long last = watched.step(watched.size() - 1);
    return run.state() == RunState.DIVERGED
        ? SurvivalTime.NEVER
        : new SurvivalTime(Math.max(0, last - from), false);
  }

  /** The median gap by Kaplan and Meier, with its 95 % interval. */
  public MedianStep median() {
    return KaplanMeier.of(gaps).median();
  }
}

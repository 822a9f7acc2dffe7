package org.dynlab.analysis.comparison.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.statistics.Wilson;
import org.dynlab.store.claim.Threshold;

/**
 * The times at which the runs of an arm reach a threshold.
 *
 * <p>A run that completed without reaching it is right-censored at the last step at which the
 * column was measured. One that diverged will never reach it and stays at risk for good ({@link
 * SurvivalTime#NEVER}); to censor it where it ended would take it for one that went on as the
 * others did, and flatter an arm that diverges (Fine and Gray 1999,
 * doi:10.1080/01621459.1999.10474144, keep runs with a competing end at risk likewise). Runs that
 * do not count (failed, interrupted, unfinished, not started, unreadable) or never measured the
 * column have no time; they are counted.
 *
 * @param times one per run that has one, in the order of the plan
 * @param diverged how many of them never reach it because the run diverged
 * @param leftOut runs without a time
 */
public record Survival(List<SurvivalTime> times, int diverged, int leftOut) {

  /** Copies the list. */
  public Survival {
    times = List.copyOf(times);
  }

  /** The times of an arm. */
  public static Survival of(Arm arm, Threshold threshold) {
    List<SurvivalTime> times = new ArrayList<>();
    int diverged = 0;
    for (Run run : arm.counted()) {
      Optional<SurvivalTime> time = of(run, threshold);
      time.ifPresent(times::add);
      boolean censored = time.isPresent() && !time.get().reached();
      diverged += censored && run.state() == RunState.DIVERGED ? 1 : 0;
    }
    return new Survival(times, diverged, arm.runs().size() - times.size());
  }

  private static Optional<SurvivalTime> of(Run run, Threshold threshold) {
    return run.curve(threshold.column())
        .map(
            curve -> {
              OptionalLong first = curve.firstWhere(threshold::reachedBy);
              return first.isPresent()
                  ? new SurvivalTime(first.getAsLong(), true)
                  : waiting(run, curve);
            });
  }

  private static SurvivalTime waiting(Run run, Curve curve) {
    return run.state() == RunState.DIVERGED
        ? SurvivalTime.NEVER
        : new SurvivalTime(curve.step(curve.size() - 1), false);
  }

  /** How many runs reached the threshold. */
  public int reached() {
    return (int) times.stream().filter(SurvivalTime::reached).count();
  }

  /** Wilson's interval of the share of runs that reached it. */
  public Wilson share() {
    return Wilson.of(reached(), times.size());
  }
}

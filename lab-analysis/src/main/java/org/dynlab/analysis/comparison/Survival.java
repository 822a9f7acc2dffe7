package org.dynlab.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.Threshold;

/**
 * The times at which the runs of an arm reach a threshold.
 *
 * <p>A run that completed without reaching it is right-censored at the last step at which the
 * column was measured, a diverged one at the step where it ended. Runs that do not count (failed,
 * interrupted, unfinished, not started, unreadable) or never measured the column have no time; they
 * are counted.
 *
 * @param times one per run that has one, in the order of the plan
 * @param diverged how many of them are censored because the run diverged
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
              return new SurvivalTime(first.orElseGet(() -> end(run, curve)), first.isPresent());
            });
  }

  private static long end(Run run, Curve curve) {
    long measured = curve.step(curve.size() - 1);
    return run.state() == RunState.DIVERGED ? Math.max(measured, run.steps()) : measured;
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

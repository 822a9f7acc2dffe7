package org.dynlab.analysis.phase;

import java.util.OptionalDouble;
import org.dynlab.analysis.Run;

/**
 * When a phase began or ended in one run.
 *
 * @param run its folder
 * @param seed its root seed
 * @param step the step; empty if it was not seen
 * @param later whether it may still come after the last measurement: the time is right-censored
 *     there. Meaningless where there is a step
 * @param watched last step at which the column was measured, 0 if never
 * @param reason why there is no step, or what must be known of it; may be empty
 */
public record RunTime(
    String run, long seed, OptionalDouble step, boolean later, long watched, String reason) {

  static RunTime at(Run run, long step, long watched) {
    return new RunTime(
        run.name(), run.seed(), OptionalDouble.of((double) step), false, watched, "");
  }

  static RunTime later(Run run, long watched, String reason) {
    return new RunTime(run.name(), run.seed(), OptionalDouble.empty(), true, watched, reason);
  }

  static RunTime none(Run run, String reason) {
    return new RunTime(run.name(), run.seed(), OptionalDouble.empty(), false, 0, reason);
  }

  /** Whether it is known in part at least: seen, or later than all that was watched. */
  public boolean known() {
    return step.isPresent() || later;
  }
}

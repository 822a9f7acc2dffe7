package org.dynlab.optim.langevin;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.rule.Schedule;

/** The ranges that several rules of this room share. */
final class Ranges {

  private Ranges() {}

  /** A schedule that does not begin with zero. */
  static void positiveAtFirst(Checks checks, String component, Schedule schedule) {
    if (given(checks, component, schedule)) {
      checks.positive(component, schedule.at(1));
    }
  }

  /** A schedule; it may be zero throughout. */
  static boolean given(Checks checks, String component, Schedule schedule) {
    checks.that(schedule != null, component, "must be given", "nothing");
    return schedule != null;
  }

  /** The share of a velocity that one update takes away. */
  static void friction(Checks checks, double friction) {
    checks.that(
        friction > 0 && friction <= 1,
        "friction",
        "must be in (0, 1]",
        friction,
        "the share of the velocity that one update takes away");
  }
}

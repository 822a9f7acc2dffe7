package org.dynlab.app.sweep;

import java.util.List;
import java.util.Optional;

/**
 * How the work on a sweep came to its end; how each run did is in its folder.
 *
 * @param stop why it ended before every run was tried, if it did
 * @param problems what is wrong with the description of single runs, if a worker found something
 */
public record SweepResult(Optional<Stop> stop, List<String> problems) {

  /** Why a sweep ended early. */
  public enum Cause {
    /** Somebody asked. */
    REQUEST,
    /** As many runs failed as may. */
    FAILURES,
    /** The machine could not go on. */
    MACHINE
  }

  /**
   * An early end.
   *
   * @param words for whoever reads the screen or the journal
   */
  public record Stop(Cause cause, String words) {}

  /** Copies the list. */
  public SweepResult {
    problems = List.copyOf(problems);
  }

  /** The result when every run had one already. */
  public static SweepResult nothingToDo() {
    return new SweepResult(Optional.empty(), List.of());
  }

  /** Whether runs are left that were not tried, or cannot be. */
  public boolean cutShort() {
    return stop.isPresent() || !problems.isEmpty();
  }
}

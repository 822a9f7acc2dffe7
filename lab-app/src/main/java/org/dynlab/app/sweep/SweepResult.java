package org.dynlab.app.sweep;

import java.util.List;
import java.util.Optional;

/**
 * How the work on a sweep came to its end; how each run did is in its folder.
 *
 * @param stopped whether somebody asked to stop
 * @param machineFailure why the machine could not go on, if it could not
 * @param problems what is wrong with the description, if a worker found something
 */
public record SweepResult(boolean stopped, Optional<String> machineFailure, List<String> problems) {

  /** Copies the list. */
  public SweepResult {
    problems = List.copyOf(problems);
  }

  /** The result when every run had one already. */
  public static SweepResult nothingToDo() {
    return new SweepResult(false, Optional.empty(), List.of());
  }

  /** Whether runs are left that were not tried. */
  public boolean cutShort() {
    return stopped || machineFailure.isPresent() || !problems.isEmpty();
  }
}

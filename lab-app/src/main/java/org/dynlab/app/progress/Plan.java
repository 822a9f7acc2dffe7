package org.dynlab.app.progress;

import java.util.List;
import org.dynlab.core.experiment.RunSpec;

/**
 * What a call has before it.
 *
 * @param runs all runs of the experiment
 * @param left those of them without a result yet
 */
public record Plan(int runs, List<RunSpec> left) {

  /** Copies the list. */
  public Plan {
    left = List.copyOf(left);
  }
}

package org.dynlab.core.experiment.stop;

import org.dynlab.core.state.Slot;

/** A stopping rule at work in one run. */
public interface StopState {

  /**
   * Takes notice of a measured number.
   *
   * @param step that of the number; rises from call to call
   * @return whether the run is to end now
   */
  boolean see(long step, double value);

  /** What it remembers from step to step. */
  Slot slot();

  /** Whether what it has found is that the run diverges. */
  default boolean diverged() {
    return false;
  }

  /** Why the run has ended. */
  String reason();
}

package org.dynlab.app.sweep;

import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;

/** Hears what happens in a sweep, one event at a time. */
public interface SweepListener {

  /** A worker begins with a run. */
  void started(RunSpec run, long workerPid);

  /**
   * Runs wait elsewhere for room.
   *
   * @param runs how many and what for, in words; empty once none does
   */
  default void waiting(String runs) {}

  /** A run is under way. */
  void progressed(RunSpec run, Message.Progress progress);

  /** A run has met something that its readers should know. */
  void noted(RunSpec run, Message.Noted noted);

  /** A run is over. */
  void ended(RunSpec run, Message.Ended ending);

  /** The worker of a run is gone, and the run with it. */
  void lost(RunSpec run, Loss loss);
}

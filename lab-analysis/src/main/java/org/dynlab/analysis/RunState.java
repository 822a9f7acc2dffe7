package org.dynlab.analysis;

import java.util.Locale;

/** How far a run has come, as its directory says. */
public enum RunState {
  /** Did all its steps, or stopped because its goal was reached. */
  COMPLETED,
  /** The loss became non-finite; its rows count as they are. */
  DIVERGED,
  /** Was stopped from outside. */
  INTERRUPTED,
  /** Ended with an error. */
  FAILED,
  /** Has begun and says nothing of an ending: still running, or killed. */
  UNFINISHED,
  /** Has files that cannot be read. */
  UNREADABLE,
  /** Is planned and has no manifest yet. */
  NOT_STARTED;

  /** Whether the run is an outcome: completed and diverged runs enter means and verdicts. */
  public boolean ended() {
    return this == COMPLETED || this == DIVERGED;
  }

  /** In small words, e.g. {@code not started}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

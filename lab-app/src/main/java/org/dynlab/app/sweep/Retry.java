package org.dynlab.app.sweep;

import org.dynlab.store.Outcome;

/** Which runs of earlier calls are done once more. Those without an ending always are. */
public enum Retry {
  /** Only what was interrupted. */
  NONE,
  /** Those that failed, from their last checkpoint. */
  FAILED,
  /** Those and the diverged ones, which begin anew. */
  DIVERGED;

  boolean takes(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> false;
      case INTERRUPTED -> true;
      case FAILED -> this != NONE;
      case DIVERGED -> this == DIVERGED;
    };
  }
}

package org.dynlab.store;

import java.util.Objects;

/**
 * A run that was taken up again.
 *
 * @param step the last step whose row was kept, -1 if the run began again
 * @param started when, as an ISO-8601 instant
 * @param provenance what made the run from there on
 */
public record Continuation(long step, String started, Provenance provenance) {
  /** Refuses missing parts. */
  public Continuation {
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(provenance, "provenance");
  }
}

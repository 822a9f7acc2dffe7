package org.dynlab.store;

import java.util.List;
import java.util.Optional;

/** The one number of a run that a claim is about. */
public sealed interface Measured {

  /** The columns it reads, each with the key of the claim that names it. */
  List<Reading> readings();

  /** A column under a key of a claim. */
  record Reading(String key, String column) {}

  /**
   * The first step at which a threshold is reached (key {@code stepsTo}), or that step divided by
   * the first step of another one (key {@code over}).
   */
  record FirstStep(Threshold to, Optional<Threshold> over) implements Measured {
    @Override
    public List<Reading> readings() {
      Reading first = new Reading("stepsTo", to.column());
      return over.map(o -> List.of(first, new Reading("over", o.column()))).orElse(List.of(first));
    }
  }

  /** The last measured value of a column (key {@code final}). */
  record FinalValue(String column) implements Measured {
    @Override
    public List<Reading> readings() {
      return List.of(new Reading("final", column));
    }
  }

  /**
   * The value of a column at a step (key {@code at}), or at the last measured step before it; a run
   * that ended earlier gives its last value.
   */
  record ValueAt(String column, long step) implements Measured {
    @Override
    public List<Reading> readings() {
      return List.of(new Reading("at", column));
    }
  }
}

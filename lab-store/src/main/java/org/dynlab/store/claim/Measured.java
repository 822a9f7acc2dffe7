package org.dynlab.store.claim;

import java.util.List;
import java.util.Optional;

/** The one number of a run that a claim is about. */
public sealed interface Measured {

  /** The columns it reads, each with the key of the claim that names it. */
  List<Reading> readings();

  /** Whether it is one number of all runs of an arm together instead of one per run. */
  default boolean overRuns() {
    return false;
  }

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

  /** The largest measured value of a column less its first one (key {@code rise}). */
  record Rise(String column) implements Measured {
    @Override
    public List<Reading> readings() {
      return List.of(new Reading("rise", column));
    }
  }

  /** The largest measured value of a column less its last one (key {@code fall}). */
  record Fall(String column) implements Measured {
    @Override
    public List<Reading> readings() {
      return List.of(new Reading("fall", column));
    }
  }

  /**
   * Spearman's rank correlation of two columns: over the steps of one run at which both were
   * measured (key {@code correlation}), or of their last values over all runs that the claim speaks
   * of together (key {@code correlationOverRuns}).
   */
  record Correlation(String column, String with, boolean overRuns) implements Measured {
    /** The key under which it stands. */
    public String key() {
      return overRuns ? "correlationOverRuns" : "correlation";
    }

    @Override
    public List<Reading> readings() {
      return List.of(new Reading(key(), column), new Reading(key() + "." + column, with));
    }
  }

  /**
   * A number that an analysis of an arm's runs found (key {@code found}): {@code
   * latentStates.rSquared}, or of one column, {@code staircases.rises of
   * epsilon_rank.layer1.abs_1e-6}.
   */
  record Found(String name) implements Measured {
    private static final String OF = " of ";

    /** Which number, without the column. */
    public String kind() {
      int of = name.indexOf(OF);
      return of < 0 ? name : name.substring(0, of).strip();
    }

    /** The column that it is of. */
    public Optional<String> column() {
      int of = name.indexOf(OF);
      return of < 0 ? Optional.empty() : Optional.of(name.substring(of + OF.length()).strip());
    }

    @Override
    public List<Reading> readings() {
      return column().map(column -> new Reading("found", column)).stream().toList();
    }

    @Override
    public boolean overRuns() {
      return true;
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

package org.dynlab.analysis.hmm.fit;

import java.util.Locale;

/**
 * Where a maximisation had no answer, or none that can be used, and what was done instead.
 *
 * @param kind what happened
 * @param iteration in which, from 1
 * @param state in which; −1 if in all (a tied covariance)
 */
public record Repair(Kind kind, int iteration, int state) {

  /** What happened. */
  public enum Kind {
    /**
     * A state explains no row, or so little of any that its mean or covariance is not a finite
     * number: it keeps the mean and covariance it had. In hmmlearn they become NaN.
     */
    DEAD_STATE,
    /**
     * The new covariance has no Cholesky factor, nor with 1e-7 on its diagonal: the state keeps the
     * covariance it had. hmmlearn stops with an error.
     */
    SINGULAR_COVARIANCE,
    /**
     * No transition from a state is expected: it keeps the transition probabilities it had. In
     * hmmlearn the row becomes zero, and scoring stops with an error.
     */
    NO_TRANSITION,
    /**
     * Fewer than 1e-5 rows are expected in a state with variances: these were divided by 1e-5, as
     * in hmmlearn, so the objective may fall.
     */
    FEW_ROWS
  }

  /** e.g. {@code dead state, state 3, iteration 5}. */
  public String text() {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words + (state < 0 ? "" : ", state " + state) + ", iteration " + iteration;
  }
}

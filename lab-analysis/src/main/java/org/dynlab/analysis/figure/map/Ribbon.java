package org.dynlab.analysis.figure.map;

import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.latent.outcome.Convergence;

/**
 * The states of one run over its steps, as a row of the picture.
 *
 * @param convergence when it reached the target; empty without a target
 * @param tick where that is on the axis, from 0 to 1; NaN if it does not
 */
public record Ribbon(String run, List<Stay> stays, Optional<Convergence> convergence, double tick) {
  private static final int LETTERS = 20;

  /** Copies the list. */
  public Ribbon {
    stays = List.copyOf(stays);
  }

  /** The name of the run, shortened to {@value #LETTERS} letters. */
  public String shortName() {
    return run.length() <= LETTERS ? run : run.substring(0, LETTERS - 1) + "…";
  }

  /**
   * A time in one state.
   *
   * @param from where it begins on the axis, from 0 to 1
   * @param to where it ends
   */
  public record Stay(int state, double from, double to, long firstStep, long lastStep) {}
}

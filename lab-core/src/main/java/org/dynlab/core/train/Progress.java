package org.dynlab.core.train;

import org.dynlab.core.instrument.Fit;

/** Hears how a run goes, and may ask it to stop. Called at every step: must be cheap. */
public interface Progress {

  /**
   * The run at step {@code step} of at most {@code steps}.
   *
   * @param train fit of the current batch
   * @param evalAccuracy the latest eval accuracy that was measured; NaN before the first
   */
  void at(long step, long steps, Fit train, double evalAccuracy);

  /** Something that whoever reads the results should know. */
  void noted(String note);

  /** Whether the run should end as interrupted after the current step. */
  boolean stopRequested();

  /** Hears nothing, stops nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void at(long step, long steps, Fit train, double evalAccuracy) {}

      @Override
      public void noted(String note) {}

      @Override
      public boolean stopRequested() {
        return false;
      }
    };
  }
}

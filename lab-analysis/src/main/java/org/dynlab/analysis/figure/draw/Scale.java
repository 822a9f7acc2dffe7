package org.dynlab.analysis.figure.draw;

/** How an axis is divided. */
public enum Scale {
  /** Linear, from 0 to 1. */
  SHARE,
  /** Linear, fitted to the values. */
  LINEAR,
  /** Logarithmic; values that are not positive are not drawn. */
  LOG;

  /** Whether a value has a place on such an axis. */
  public boolean shows(double value) {
    return Double.isFinite(value) && (this != LOG || value > 0);
  }
}

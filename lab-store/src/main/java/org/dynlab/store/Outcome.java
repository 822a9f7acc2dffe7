package org.dynlab.store;

/** How a run can end. Every one of them is a result that statistics count. */
public enum Outcome {
  /** The budget was used up or the stopping rule was met. */
  COMPLETED,
  /** The loss or a parameter became non-finite. */
  DIVERGED,
  /** Somebody or something stopped the run; it may be resumed. */
  INTERRUPTED,
  /** The program or the machine failed. */
  FAILED
}

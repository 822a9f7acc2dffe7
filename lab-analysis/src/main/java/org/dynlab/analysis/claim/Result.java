package org.dynlab.analysis.claim;

/** What came out of a claim. */
public enum Result {
  /** It holds for the share of runs that was asked for. */
  PASS,
  /** It does not, whatever the runs without an outcome would do. */
  FAIL,
  /** There is no run with an outcome, or those without one could still turn the result. */
  UNDECIDED
}

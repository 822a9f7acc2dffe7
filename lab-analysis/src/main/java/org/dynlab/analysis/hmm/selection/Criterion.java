package org.dynlab.analysis.hmm.selection;

/** By what the number of states is chosen, each the mean over restarts on the held-out runs. */
public enum Criterion {
  /** The least −2 ln L + p ln n. */
  BIC,
  /** The least −2 ln L + 2p. */
  AIC,
  /** The largest ln L. */
  LIKELIHOOD
}

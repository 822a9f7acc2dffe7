package org.dynlab.core.engine;

/** The data loss of one example with outputs z: [c] and class y. Natural logarithm. */
public enum Loss {
  /** log Σ_j exp z_j − z_y, by log-sum-exp: finite for every finite z. */
  SOFTMAX_CROSS_ENTROPY,
  /** Σ_j (z_j − [j = y])² / c, so that the mean over examples is the mean over all entries. */
  MEAN_SQUARED_ERROR
}

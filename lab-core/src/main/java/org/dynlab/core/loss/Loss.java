package org.dynlab.core.loss;

/** The data loss of one example with outputs z: [c] and an answer. Natural logarithm. */
public enum Loss {
  /** log Σ_j exp z_j − z_y for class y, by log-sum-exp: finite for every finite z. */
  SOFTMAX_CROSS_ENTROPY,
  /**
   * log Σ_j s(z_j) − log s(z_y) for class y, where s(x) = x + 1 for x ≥ 0 and 1/(1 − x) for
   * negative x stands in place of the exponential, so that confident answers do not drown in
   * rounding (Prieto et al., arXiv 2501.04697).
   */
  STABLE_MAX_CROSS_ENTROPY,
  /** Σ_j (z_j − t_j)² / c for numbers t, which for class y are t_j = [j = y]. */
  MEAN_SQUARED_ERROR,
  /**
   * max(0, 1 − t z) for one output z and two classes, t = 1 for class 1 and −1 for class 0. Slope 0
   * where 1 − t z = 0. An output of 0 answers class 0.
   */
  HINGE
}

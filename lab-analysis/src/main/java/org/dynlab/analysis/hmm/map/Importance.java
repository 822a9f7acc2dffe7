package org.dynlab.analysis.hmm.map;

/** How the importance of a column for an edge j → k is made of {@link PosteriorGradient}s. */
public enum Importance {
  /**
   * The mean of |D_k| over all times the edge was taken, at the first row in k: what the paper's
   * text describes. Where that row leaves no doubt about k, the gradients are near 0, for all
   * columns alike if other states are less probable than 1e-290.
   */
  CORRECT,
  /**
   * What the authors' notebook computes, which made the published tables. It differs in three ways:
   * the row is the last one in j, the mean is of signed values (columns are ranked by its absolute
   * value), and the subtracted sum runs over columns too.
   */
  REPO_COMPATIBLE
}

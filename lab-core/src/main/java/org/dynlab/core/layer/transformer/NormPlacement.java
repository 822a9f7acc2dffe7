package org.dynlab.core.layer.transformer;

/** Where the blocks of a transformer normalise. */
public enum NormPlacement {
  /** Nowhere. */
  NONE,
  /**
   * What attention and feed-forward read, and the residual stream once more before the read-out.
   */
  PRE,
  /** The residual stream after each addition: x = LN(x + attention(x)), x = LN(x + mlp(x)). */
  POST
}

package org.dynlab.core.task;

/**
 * Network inputs of n examples, in one of two forms that mean the same to a network whose first
 * layer has weights {@code W: [width, out]}.
 */
public sealed interface Features permits DenseFeatures, TokenFeatures {

  /** Number of examples. */
  int rows();

  /** Length of the (possibly implied) dense input vector. */
  int width();

  /** The inputs at these row numbers, in that order. */
  Features select(int[] rows);
}

package org.dynlab.core.task;

/**
 * Network inputs of n examples. Dense vectors, token positions and images mean the same to a
 * network whose first layer has weights {@code W: [width, out]}; sequences are for networks that
 * read symbols.
 */
public sealed interface Features permits VectorFeatures, TokenFeatures, SequenceFeatures {

  /** Number of examples. */
  int rows();

  /** Length of the (possibly implied) dense input vector. */
  int width();

  /** The inputs at these row numbers, in that order. */
  Features select(int[] rows);

  /** These inputs and after them those of {@code next}, which must be of the same form. */
  Features followedBy(Features next);
}

package org.dynlab.core.instrument;

/**
 * The mean data loss over a fixed set of n examples as a function of the parameters, without
 * penalties and dropout, in double precision whatever the run trains in. Asking it changes nothing
 * of the run.
 */
public interface Objective {

  /** n. */
  int rows();

  /** The mean loss at {@code point}, which has the length of the layout. */
  double loss(double[] point);

  /** The mean loss at {@code point}, and its gradient there. */
  double gradient(double[] point, double[] into);

  /**
   * Squared L2 norms of the gradients of the examples one by one, over each block of the layout:
   * [n, blocks], row after row. All NaN where the loss is not the mean of the examples' own losses,
   * as with several equations that have means of their own.
   */
  double[] sampleNorms(double[] point);

  /** The mean loss over some of the examples alone, by their numbers from 0. */
  Objective part(int[] rows);
}

package org.dynlab.core.engine.convolution;

/** A matrix product on pieces of three column-major matrices, ready to run at many places. */
interface StripProduct {

  /**
   * The sizes of op(a): [m, k], op(b): [k, n] and c: [m, n].
   *
   * @param m rows of c
   * @param n columns of c
   * @param k columns of op(a)
   */
  record Size(int m, int n, int k) {}

  /**
   * c ← op(a)·op(b), added to what is there if {@code add}, for the pieces that begin at these
   * entries and have the leading dimensions of their matrices.
   */
  void at(int a, int b, int c, boolean add);
}

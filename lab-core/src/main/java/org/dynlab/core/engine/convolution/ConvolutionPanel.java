package org.dynlab.core.engine.convolution;

import org.dynlab.core.engine.Matrix;

/**
 * The arithmetic of {@link NativeConvolution} in one number format. The two implementations differ
 * in that format alone, which Java has no way to say once.
 */
interface ConvolutionPanel {

  /** to[toAt, toAt + count) ← from[fromAt, fromAt + count). */
  void copy(Matrix from, int fromAt, Matrix to, int toAt, int count);

  /** All entries ← 0. */
  void clear(Matrix to);

  /** The product c ← op(a)·op(b) on pieces of that size. */
  StripProduct product(
      Matrix a, boolean turnA, Matrix b, boolean turnB, Matrix c, StripProduct.Size size);

  /** Makes room for {@code count} windows at a time. */
  void reserve(int count);

  /**
   * pooled[to, to + count) ← {@code count} windows of the map.
   *
   * @param places where the map keeps the first numbers of the windows, the second ones, ...
   */
  void pool(Pooling pooling, Matrix map, int[] places, Matrix pooled, int to, int count);

  /** The numbers at those places of the map ← their parts of error[from, from + count). */
  void unpool(Pooling pooling, Matrix map, int[] places, Matrix error, int from, int count);
}

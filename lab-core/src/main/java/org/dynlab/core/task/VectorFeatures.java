package org.dynlab.core.task;

/** Inputs that are vectors of numbers. */
public sealed interface VectorFeatures extends Features permits DenseFeatures, ImageFeatures {

  /** Entry (row, column). */
  double value(int row, int column);

  /** into ← all entries, column after column: entry (i, j) at j · rows + i. */
  void columnMajor(double[] into);

  /** The same, rounded to single precision. */
  void columnMajor(float[] into);

  @Override
  VectorFeatures select(int[] rows);

  @Override
  VectorFeatures followedBy(Features next);
}

package org.dynlab.core.task;

/** Dense real inputs, row-major [n, width]. */
public final class DenseFeatures implements Features {
  private final double[] values;
  private final int width;

  /** Takes a copy of {@code values}. */
  public DenseFeatures(double[] values, int width) {
    if (values.length % width != 0) {
      throw new IllegalArgumentException(values.length + " values do not fill rows of " + width);
    }
    this.values = values.clone();
    this.width = width;
  }

  @Override
  public int rows() {
    return values.length / width;
  }

  @Override
  public int width() {
    return width;
  }

  /** Entry (row, column). */
  public double value(int row, int column) {
    return values[row * width + column];
  }

  @Override
  public DenseFeatures select(int[] rows) {
    double[] chosen = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, chosen, i * width, width);
    }
    return new DenseFeatures(chosen, width);
  }
}

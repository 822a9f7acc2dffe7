package org.dynlab.core.task;

import java.util.Arrays;

/** Dense real inputs, row-major [n, width]. */
public final class DenseFeatures implements VectorFeatures {
  private static final int TILE = 16;
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

  @Override
  public double value(int row, int column) {
    return values[row * width + column];
  }

  @Override
  public void columnMajor(double[] into) {
    int rows = rows();
    int columns = width();
    for (int from = 0; from < rows; from += TILE) {
      int to = Math.min(rows, from + TILE);
      for (int j = 0; j < columns; j++) {
        for (int i = from; i < to; i++) {
          into[j * rows + i] = values[i * columns + j];
        }
      }
    }
  }

  @Override
  public void columnMajor(float[] into) {
    int rows = rows();
    int columns = width();
    for (int from = 0; from < rows; from += TILE) {
      int to = Math.min(rows, from + TILE);
      for (int j = 0; j < columns; j++) {
        for (int i = from; i < to; i++) {
          into[j * rows + i] = (float) values[i * columns + j];
        }
      }
    }
  }

  @Override
  public DenseFeatures followedBy(Features next) {
    double[] more = ((DenseFeatures) next).values;
    double[] all = Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    return new DenseFeatures(all, width);
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

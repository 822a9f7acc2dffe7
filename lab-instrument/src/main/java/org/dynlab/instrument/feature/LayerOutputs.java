package org.dynlab.instrument.feature;

import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.instrument.Activations;

/** The outputs of one layer on the heap, in arrays that are used again and again. */
public final class LayerOutputs {
  private final int width;
  private final boolean unitRms;
  private DenseMatrix received;
  private double[] values = {};

  /**
   * @param unitRms whether they are divided by their root mean square
   */
  public LayerOutputs(int width, boolean unitRms) {
    this.width = width;
    this.unitRms = unitRms;
  }

  /** Units of the layer. */
  public int width() {
    return width;
  }

  /** [n, width], column after column; valid until the next call. */
  public double[] of(Activations activations, int layer) {
    reserve(activations.rows());
    activations.copyTo(layer, received.entries());
    received.entries().get(0, values);
    if (unitRms) {
      scale(values);
    }
    return values;
  }

  /**
   * Likewise what {@link Activations#copyOutputs} has, as it is; the width is that of the outputs.
   */
  public double[] ofLast(Activations activations) {
    reserve(activations.rows());
    activations.copyOutputs(received.entries());
    received.entries().get(0, values);
    return values;
  }

  /** What was received last, before any scaling; valid until the next call. */
  DenseMatrix matrix() {
    return received;
  }

  private void reserve(int rows) {
    if (received == null || received.rows() != rows) {
      received = new DenseMatrix(rows, width);
      values = new double[rows * width];
    }
  }

  private static void scale(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    double factor = sum > 0 ? Math.sqrt(values.length / sum) : 1;
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}

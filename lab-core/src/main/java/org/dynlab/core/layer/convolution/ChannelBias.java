package org.dynlab.core.layer.convolution;

import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/** One bias per channel for the kernels that know one per column, the channels changing fastest. */
final class ChannelBias {
  private final Kernels kernels;
  private final Matrix perColumn;
  private final double[] columns;

  ChannelBias(Kernels kernels, DataType type, int columns) {
    this.kernels = kernels;
    this.perColumn = Matrix.uninitialised(type, 1, columns, false);
    this.columns = new double[columns];
  }

  /** The bias of every column; null without one. */
  Matrix spread(Matrix bias) {
    if (bias == null) {
      return null;
    }
    int channels = bias.size();
    kernels.read(bias, 0, columns, channels);
    for (int j = channels; j < columns.length; j++) {
      columns[j] = columns[j - channels];
    }
    kernels.write(columns, perColumn);
    return perColumn;
  }

  /** Where the kernels put the gradient of every column's bias; null without one. */
  Matrix gradient(Matrix biasGradient) {
    return biasGradient == null ? null : perColumn;
  }

  /** biasGradient ← the sums over the columns of each channel. */
  void fold(Matrix biasGradient) {
    if (biasGradient == null) {
      return;
    }
    int channels = biasGradient.size();
    kernels.read(perColumn, 0, columns, columns.length);
    for (int j = channels; j < columns.length; j++) {
      columns[j % channels] += columns[j];
    }
    kernels.write(columns, biasGradient);
  }
}

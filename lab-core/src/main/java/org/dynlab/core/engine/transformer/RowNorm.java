package org.dynlab.core.engine.transformer;

import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;

/**
 * Layer normalisation of the rows of a row-major matrix (Ba, Kiros and Hinton 2016, arXiv
 * 1607.06450, eq. 3–4):
 *
 * <pre>y = g · (x − mean x) / √(var x + 1e-5) + b</pre>
 *
 * <p>with the variance divided by the width, as PyTorch's LayerNorm. A row of equal numbers becomes
 * b. All arithmetic is in double.
 */
public final class RowNorm {
  private static final double EPSILON = 1e-5;
  private final Kernels kernels;
  private final int width;
  private final double[] gain;
  private final double[] bias;
  private double[] normal = new double[0];
  private double[] values = new double[0];
  private double[] inverse = new double[0];

  /** For rows of that width. */
  public RowNorm(Kernels kernels, int width) {
    this.kernels = kernels;
    this.width = width;
    this.gain = new double[width];
    this.bias = new double[width];
  }

  /** y ← the normalised rows of x, which is left alone. */
  public void forward(Matrix x, Matrix newGain, Matrix newBias, Matrix y) {
    kernels.read(newGain, 0, gain, width);
    kernels.read(newBias, 0, bias, width);
    normal = normal.length == x.size() ? normal : new double[x.size()];
    values = values.length == x.size() ? values : new double[x.size()];
    inverse = inverse.length == x.rows() ? inverse : new double[x.rows()];
    kernels.read(x, 0, normal, x.size());
    for (int i = 0; i < inverse.length; i++) {
      normalise(i);
    }
    kernels.write(values, y);
  }

  private void normalise(int row) {
    int at = row * width;
    double mean = 0;
    for (int j = 0; j < width; j++) {
      mean += normal[at + j];
    }
    mean /= width;
    double squares = 0;
    for (int j = 0; j < width; j++) {
      normal[at + j] -= mean;
      squares += normal[at + j] * normal[at + j];
    }
    inverse[row] = 1 / Math.sqrt(squares / width + EPSILON);
    for (int j = 0; j < width; j++) {
      normal[at + j] *= inverse[row];
      values[at + j] = gain[j] * normal[at + j] + bias[j];
    }
  }

  /**
   * error ← the gradient with respect to x from that with respect to y, and the gradients of gain
   * and bias. With e = g · error and the normalised row u: dx = (e − mean e − u · mean(e u)) / σ.
   */
  public void backward(Matrix error, Matrix gainGradient, Matrix biasGradient) {
    kernels.read(error, 0, values, error.size());
    double[] gainSums = new double[width];
    double[] biasSums = new double[width];
    for (int i = 0; i < inverse.length; i++) {
      back(i, gainSums, biasSums);
    }
    kernels.write(values, error);
    kernels.write(gainSums, gainGradient);
    kernels.write(biasSums, biasGradient);
  }

  private void back(int row, double[] gainSums, double[] biasSums) {
    int at = row * width;
    double mean = 0;
    double product = 0;
    for (int j = 0; j < width; j++) {
      gainSums[j] += values[at + j] * normal[at + j];
      biasSums[j] += values[at + j];
      values[at + j] *= gain[j];
      mean += values[at + j];
      product += values[at + j] * normal[at + j];
    }
    mean /= width;
    product /= width;
    for (int j = 0; j < width; j++) {
      values[at + j] = inverse[row] * (values[at + j] - mean - normal[at + j] * product);
    }
  }
}

package org.dynlab.core.layer.transformer;

import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.part.Buffers;

/**
 * A linear map of rows inside a larger layer, y = x W + b with W: [in, out], its parameters named
 * {@code <name>.W} and {@code <name>.b}. What it returns is its own array, valid until the next
 * pass.
 */
final class Projection {
  private final Kernels kernels;
  private final ParameterViews parameters;
  private final String weights;
  private final String biases;
  private final Buffers outputs;
  private final Buffers inputErrors;
  private Matrix input;

  /**
   * @param bias whether there is a b
   */
  Projection(Workplace place, String name, int in, int out, boolean bias) {
    this.kernels = place.kernels();
    this.parameters = place.parameters();
    this.weights = name + ".W";
    this.biases = bias ? name + ".b" : null;
    this.outputs = place.rows(out);
    this.inputErrors = place.rows(in);
  }

  /** y. */
  Matrix forward(Matrix x) {
    Matrix y = product(x);
    if (biases != null) {
      kernels.activate(y, parameters.value(biases), Activation.IDENTITY, y);
    }
    return y;
  }

  /** x W, for who adds the bias on another pass. */
  Matrix product(Matrix x) {
    input = x;
    Matrix y = outputs.ofRows(x.rows());
    kernels.multiply(x, false, parameters.value(weights), false, y);
    return y;
  }

  /** y of the last input once more, into another array. */
  Matrix again(Matrix into) {
    kernels.multiply(input, false, parameters.value(weights), false, into);
    if (biases != null) {
      kernels.activate(into, parameters.value(biases), Activation.IDENTITY, into);
    }
    return into;
  }

  /** b. */
  Matrix bias() {
    return parameters.value(biases);
  }

  /** The gradient of b, for who computes it on another pass. */
  Matrix biasGradient() {
    return parameters.gradient(biases);
  }

  /** The gradients of W and b; returns that with respect to x. */
  Matrix backward(Matrix error) {
    if (biases != null) {
      kernels.columnSums(error, parameters.gradient(biases));
    }
    return backwardWithoutBias(error);
  }

  /** The gradient of W; returns that with respect to x. */
  Matrix backwardWithoutBias(Matrix error) {
    kernels.multiply(input, true, error, false, parameters.gradient(weights));
    Matrix into = inputErrors.ofRows(error.rows());
    kernels.multiply(error, false, parameters.value(weights), true, into);
    return into;
  }
}

package org.dynlab.core.layer.transformer;

import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.transformer.RowNorm;
import org.dynlab.core.layer.part.Buffers;

/** Layer normalisation inside a larger layer, with gain {@code <name>.g} and {@code <name>.b}. */
final class LayerNorm {
  private final ParameterViews parameters;
  private final String gain;
  private final String bias;
  private final RowNorm norm;
  private final Buffers outputs;

  LayerNorm(Workplace place, String name, int width) {
    this.parameters = place.parameters();
    this.gain = name + ".g";
    this.bias = name + ".b";
    this.norm = new RowNorm(place.kernels(), width);
    this.outputs = place.rows(width);
  }

  /** The normalised rows, in an array of its own. */
  Matrix forward(Matrix x) {
    Matrix y = outputs.ofRows(x.rows());
    norm.forward(x, parameters.value(gain), parameters.value(bias), y);
    return y;
  }

  /** error ← the gradient with respect to x; and the gradients of gain and bias. */
  void backward(Matrix error) {
    norm.backward(error, parameters.gradient(gain), parameters.gradient(bias));
  }
}

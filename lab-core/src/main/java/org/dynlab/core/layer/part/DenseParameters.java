package org.dynlab.core.layer.part;

import java.util.function.Function;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weight and bias of a layer and their gradients as matrices over the network's flat arrays,
 * looked up again only when the network replaces an array.
 */
public final class DenseParameters {
  private final Function<String, INDArray> parameters;
  private final Function<String, INDArray> gradients;
  private Matrix weights;
  private Matrix bias;
  private Matrix weightGradient;
  private Matrix biasGradient;

  /**
   * Those of one layer.
   *
   * @param parameters its arrays by Deeplearning4j's keys
   * @param gradients the views of their gradients
   */
  public DenseParameters(
      Function<String, INDArray> parameters, Function<String, INDArray> gradients) {
    this.parameters = parameters;
    this.gradients = gradients;
  }

  /** W: [in, out]. */
  public Matrix weights() {
    weights = current(weights, parameters.apply(DefaultParamInitializer.WEIGHT_KEY));
    return weights;
  }

  /** The bias, or null without one. */
  public Matrix bias() {
    bias = current(bias, parameters.apply(DefaultParamInitializer.BIAS_KEY));
    return bias;
  }

  /** The gradient of W. */
  public Matrix weightGradient() {
    weightGradient = current(weightGradient, gradients.apply(DefaultParamInitializer.WEIGHT_KEY));
    return weightGradient;
  }

  /** The gradient of the bias, or null without one. */
  public Matrix biasGradient() {
    biasGradient = current(biasGradient, gradients.apply(DefaultParamInitializer.BIAS_KEY));
    return biasGradient;
  }

  private static Matrix current(Matrix known, INDArray array) {
    if (array == null) {
      return null;
    }
    return known != null && known.array() == array ? known : Matrix.of(array);
  }
}

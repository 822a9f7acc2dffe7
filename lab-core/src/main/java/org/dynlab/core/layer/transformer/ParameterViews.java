package org.dynlab.core.layer.transformer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The named parameters of a layer and their gradients as matrices over the network's flat arrays,
 * looked up again only when the network replaces an array.
 */
final class ParameterViews {
  private final Function<String, INDArray> parameters;
  private final Function<String, INDArray> gradients;
  private final Map<String, Matrix> values = new HashMap<>();
  private final Map<String, Matrix> slopes = new HashMap<>();

  ParameterViews(Function<String, INDArray> parameters, Function<String, INDArray> gradients) {
    this.parameters = parameters;
    this.gradients = gradients;
  }

  Matrix value(String name) {
    return current(values, name, parameters.apply(name));
  }

  Matrix gradient(String name) {
    return current(slopes, name, gradients.apply(name));
  }

  private static Matrix current(Map<String, Matrix> known, String name, INDArray array) {
    Matrix matrix = known.get(name);
    if (matrix == null || matrix.array() != array) {
      matrix = Matrix.of(array);
      known.put(name, matrix);
    }
    return matrix;
  }
}

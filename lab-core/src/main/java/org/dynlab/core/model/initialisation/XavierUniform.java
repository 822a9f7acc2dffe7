package org.dynlab.core.model.initialisation;

import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/**
 * Weights uniform in ±√(6/(fan-in + fan-out)), biases 0 (Glorot and Bengio 2010, eq. 16,
 * https://proceedings.mlr.press/v9/glorot10a.html).
 */
@Meaning("weights uniform in +-sqrt(6/(fan-in + fan-out)), biases 0")
public record XavierUniform() implements Initialisation {

  @Override
  public double[] weights(int fanIn, int fanOut, Stream stream) {
    double bound = Math.sqrt(6.0 / (fanIn + fanOut));
    double[] values = new double[fanIn * fanOut];
    for (int i = 0; i < values.length; i++) {
      values[i] = stream.uniform(-bound, bound);
    }
    return values;
  }

  @Override
  public double[] biases(int fanIn, int fanOut, Stream stream) {
    return new double[fanOut];
  }
}

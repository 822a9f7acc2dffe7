package org.dynlab.core.model.initialisation;

import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/**
 * Weights normal with variance 2/(fan-in + fan-out), biases 0 (Glorot and Bengio 2010, eq. 12,
 * https://proceedings.mlr.press/v9/glorot10a.html). Not truncated, as in PyTorch and unlike
 * TensorFlow.
 */
@Meaning("weights normal with variance 2/(fan-in + fan-out), biases 0")
record XavierNormal() implements Initialisation {

  @Override
  public double[] weights(int fanIn, int fanOut, Stream stream) {
    return new Normal(Math.sqrt(2.0 / (fanIn + fanOut))).weights(fanIn, fanOut, stream);
  }

  @Override
  public double[] biases(int fanIn, int fanOut, Stream stream) {
    return new double[fanOut];
  }
}

package org.dynlab.core.model.initialisation;

import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/**
 * Weights and biases uniform in ±1/√fan-in, the initialisation of a linear layer in PyTorch (its
 * Kaiming-uniform with a = √5 comes to the same bound).
 */
@Meaning("weights and biases uniform in +-1/sqrt(fan-in), as PyTorch's linear layer")
public record TorchDefault() implements Initialisation {

  @Override
  public double[] weights(int fanIn, int fanOut, Stream stream) {
    return draw(fanIn, fanIn * fanOut, stream);
  }

  @Override
  public double[] biases(int fanIn, int fanOut, Stream stream) {
    return draw(fanIn, fanOut, stream);
  }

  private static double[] draw(int fanIn, int count, Stream stream) {
    double bound = 1 / Math.sqrt(fanIn);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = stream.uniform(-bound, bound);
    }
    return values;
  }
}

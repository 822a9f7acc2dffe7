package org.dynlab.core.model.initialisation;

import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/**
 * Weights with variance 2/fan-in, which keeps the scale of rectified layers, biases 0 (He et al.
 * 2015, arXiv 1502.01852, eq. 10): normal, or uniform in ±√(6/fan-in).
 */
@Meaning("weights with variance 2/fan-in, biases 0")
record He(
    @Default("false") @Meaning("uniform in +-sqrt(6/fan-in) instead of normal") boolean uniform)
    implements Initialisation {

  @Override
  public double[] weights(int fanIn, int fanOut, Stream stream) {
    if (!uniform) {
      return new Normal(Math.sqrt(2.0 / fanIn)).weights(fanIn, fanOut, stream);
    }
    double bound = Math.sqrt(6.0 / fanIn);
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

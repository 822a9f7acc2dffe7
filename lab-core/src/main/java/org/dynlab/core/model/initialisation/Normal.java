package org.dynlab.core.model.initialisation;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.Stream;

/** Weights normal with mean 0, biases 0. */
@Meaning("weights normal with mean 0 and that standard deviation, biases 0")
public record Normal(@Meaning("standard deviation of every weight") double std)
    implements Initialisation {

  /** Checks the range. */
  public Normal {
    new Checks().nonNegative("std", std).done();
  }

  @Override
  public double[] weights(int fanIn, int fanOut, Stream stream) {
    double[] values = new double[fanIn * fanOut];
    for (int i = 0; i < values.length; i++) {
      values[i] = std * stream.gaussian();
    }
    return values;
  }

  @Override
  public double[] biases(int fanIn, int fanOut, Stream stream) {
    return new double[fanOut];
  }
}

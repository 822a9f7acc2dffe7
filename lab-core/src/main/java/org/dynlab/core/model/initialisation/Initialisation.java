package org.dynlab.core.model.initialisation;

import org.dynlab.core.random.Stream;

/** How the parameters of one layer begin, before the model's global scale is applied. */
public interface Initialisation {

  /**
   * Draws W: [in, out], column after column.
   *
   * @param fanIn number of inputs of the layer
   * @param fanOut number of its outputs
   */
  double[] weights(int fanIn, int fanOut, Stream stream);

  /** Draws b: [out]. */
  double[] biases(int fanIn, int fanOut, Stream stream);
}

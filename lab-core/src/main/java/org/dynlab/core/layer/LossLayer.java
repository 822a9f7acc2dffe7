package org.dynlab.core.layer;

import org.dynlab.core.engine.Matrix;
import org.dynlab.core.loss.LossSum;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network of this lab asks of its last layer, besides Deeplearning4j's own. */
public interface LossLayer {

  /** Summed loss and number of correct examples of the last backward pass. */
  LossSum lastSum();

  /** The same for inputs of this layer, without a gradient. */
  LossSum sum(Matrix x, INDArray labels);

  /** The outputs z: [n, outputs] for inputs of this layer, in its own array. */
  Matrix outputs(Matrix x);

  /** Forgets an array that was staged. */
  void unstage(INDArray labels);
}

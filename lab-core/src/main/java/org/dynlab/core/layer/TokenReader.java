package org.dynlab.core.layer;

import org.dynlab.core.engine.Tokens;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A first layer whose input array holds positions instead of numbers. */
public interface TokenReader {

  /** Tells which tokens an input array holds, so that they need not be read from it again. */
  void stage(INDArray input, Tokens tokens);

  /** Forgets an array that was staged. */
  void unstage(INDArray input);
}

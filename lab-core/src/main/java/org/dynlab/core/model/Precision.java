package org.dynlab.core.model;

import org.nd4j.linalg.api.buffer.DataType;

/** The number format of parameters, activations and gradients. Sums of losses are always double. */
public enum Precision {
  /** IEEE 754 binary32. */
  FLOAT(DataType.FLOAT),
  /** IEEE 754 binary64. */
  DOUBLE(DataType.DOUBLE);

  private final DataType type;

  Precision(DataType type) {
    this.type = type;
  }

  /** ND4J's name of the format. */
  public DataType type() {
    return type;
  }
}

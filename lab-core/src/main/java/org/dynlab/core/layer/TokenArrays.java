package org.dynlab.core.layer;

import org.dynlab.core.engine.Tokens;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads what the arrays of token inputs say. */
final class TokenArrays {

  private TokenArrays() {}

  /** Token positions from a [n, slots] array of whole numbers. */
  static Tokens read(INDArray array) {
    int rows = Math.toIntExact(array.size(0));
    int[][] bySlot = new int[Math.toIntExact(array.size(1))][rows];
    for (int s = 0; s < bySlot.length; s++) {
      for (int i = 0; i < rows; i++) {
        bySlot[s][i] = array.getInt(i, s);
      }
    }
    return new Tokens(bySlot);
  }
}

package org.dynlab.core.layer;

import org.dynlab.core.engine.Tokens;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads what the arrays of token inputs and one-hot labels say. */
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

  /** The class of each row of a one-hot [n, classes] array. */
  static int[] classes(INDArray labels) {
    double[][] rows = labels.toDoubleMatrix();
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = onlyOne(rows[i], i);
    }
    return classes;
  }

  private static int onlyOne(double[] row, int number) {
    int found = -1;
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += Math.abs(row[j]);
      found = row[j] == 1 ? j : found;
    }
    if (found < 0 || sum != 1) {
      throw new IllegalArgumentException(
          "labels of FusedOutput: row "
              + number
              + " must be one-hot (a single 1, zeros elsewhere)");
    }
    return found;
  }
}

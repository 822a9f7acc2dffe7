package org.dynlab.core.engine;

import java.util.Arrays;

/**
 * The loss of a block of examples in double precision, and its gradient in place of the outputs,
 * which lie column after column. Losses are added up in double.
 *
 * <p>Columns are copied to an array of their own before arithmetic with per-row numbers: over equal
 * indices the compiler makes vector code.
 */
final class DoubleLoss {
  private double[] z = new double[0];
  private double[] max = new double[0];
  private double[] sum = new double[0];
  private double[] column = new double[0];
  private int rows;
  private int columns;

  /** Turns to the outputs of other examples: {@code outputs}: [rows, columns]. */
  DoubleLoss of(double[] outputs, int newRows, int newColumns) {
    z = outputs;
    rows = newRows;
    columns = newColumns;
    if (max.length < rows) {
      max = new double[rows];
      sum = new double[rows];
      column = new double[rows];
    }
    return this;
  }

  /** The loss and, in place of the outputs, its gradient. */
  LossSum add(Loss loss, int[] classes, int firstExample) {
    rowMaxima();
    int correct = countCorrect(classes, firstExample);
    double total =
        loss == Loss.SOFTMAX_CROSS_ENTROPY
            ? softmax(classes, firstExample)
            : squaredError(classes, firstExample);
    return new LossSum(total, correct);
  }

  private void rowMaxima() {
    System.arraycopy(z, 0, max, 0, rows);
    for (int j = 1; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        max[i] = Math.max(max[i], column[i]);
      }
    }
  }

  private int countCorrect(int[] classes, int firstExample) {
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      int label = classes[firstExample + i];
      correct += z[label * rows + i] == max[i] && isFirst(i, label) ? 1 : 0;
    }
    return correct;
  }

  private boolean isFirst(int i, int label) {
    for (int j = 0; j < label; j++) {
      if (z[j * rows + i] == max[i]) {
        return false;
      }
    }
    return true;
  }

  private double softmax(int[] classes, int firstExample) {
    double total = 0;
    for (int i = 0; i < rows; i++) {
      total += max[i] - z[classes[firstExample + i] * rows + i];
    }
    Arrays.fill(sum, 0, rows, 0.0);
    for (int j = 0; j < columns; j++) {
      int o = j * rows;
      for (int i = 0; i < rows; i++) {
        double e = Math.exp(z[o + i] - max[i]);
        z[o + i] = e;
        sum[i] += e;
      }
    }
    for (int i = 0; i < rows; i++) {
      total += Math.log(sum[i]);
      sum[i] = 1.0 / sum[i];
    }
    scale();
    for (int i = 0; i < rows; i++) {
      z[classes[firstExample + i] * rows + i] -= 1.0;
    }
    return total;
  }

  private void scale() {
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        column[i] *= sum[i];
      }
      System.arraycopy(column, 0, z, j * rows, rows);
    }
  }

  private double squaredError(int[] classes, int firstExample) {
    for (int i = 0; i < rows; i++) {
      z[classes[firstExample + i] * rows + i] -= 1.0;
    }
    Arrays.fill(sum, 0, rows, 0.0);
    double twice = 2.0 / columns;
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        sum[i] += column[i] * column[i];
      }
      for (int i = 0; i < rows; i++) {
        column[i] *= twice;
      }
      System.arraycopy(column, 0, z, j * rows, rows);
    }
    double total = 0;
    for (int i = 0; i < rows; i++) {
      total += sum[i];
    }
    return total / columns;
  }
}

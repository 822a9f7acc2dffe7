package org.dynlab.core.engine;

import java.util.Arrays;

/**
 * The loss of a block of examples in single precision, and its gradient in place of the outputs,
 * which lie column after column. Losses are added up in double.
 *
 * <p>Columns are copied to an array of their own before arithmetic with per-row numbers: over equal
 * indices the compiler makes vector code.
 */
final class FloatLoss {
  private float[] z = new float[0];
  private float[] scratch = new float[0];
  private float[] max = new float[0];
  private float[] sum = new float[0];
  private float[] column = new float[0];
  private int rows;
  private int columns;

  /** Turns to the outputs of other examples: {@code outputs}: [rows, columns]. */
  FloatLoss of(float[] outputs, float[] newScratch, int newRows, int newColumns) {
    z = outputs;
    scratch = newScratch;
    rows = newRows;
    columns = newColumns;
    if (max.length < rows) {
      max = new float[rows];
      sum = new float[rows];
      column = new float[rows];
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
      total += (double) max[i] - z[classes[firstExample + i] * rows + i];
    }
    Arrays.fill(sum, 0, rows, 0f);
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        column[i] -= max[i];
      }
      System.arraycopy(column, 0, z, j * rows, rows);
    }
    FloatExp.replace(z, scratch, rows * columns);
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        sum[i] += column[i];
      }
    }
    for (int i = 0; i < rows; i++) {
      total += Math.log(sum[i]);
      sum[i] = 1f / sum[i];
    }
    scale();
    for (int i = 0; i < rows; i++) {
      z[classes[firstExample + i] * rows + i] -= 1f;
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
      z[classes[firstExample + i] * rows + i] -= 1f;
    }
    Arrays.fill(sum, 0, rows, 0f);
    float twice = 2f / columns;
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

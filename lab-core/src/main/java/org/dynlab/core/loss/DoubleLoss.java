package org.dynlab.core.loss;

import java.util.Arrays;

/**
 * The loss of a block of examples in double precision, and its gradient in place of the outputs,
 * which lie column after column. Losses are added up in double.
 *
 * <p>Columns are copied to an array of their own before arithmetic with per-row numbers: over equal
 * indices the compiler makes vector code.
 */
public final class DoubleLoss {
  private double[] z = new double[0];
  private double[] max = new double[0];
  private double[] sum = new double[0];
  private double[] column = new double[0];
  private double[] target = new double[0];
  private int[] classes = new int[0];
  private int rows;
  private int columns;

  /** Turns to the outputs of other examples: {@code outputs}: [rows, columns]. */
  public DoubleLoss of(double[] outputs, int newRows, int newColumns) {
    z = outputs;
    rows = newRows;
    columns = newColumns;
    if (max.length < rows) {
      max = new double[rows];
      sum = new double[rows];
      column = new double[rows];
      target = new double[rows];
      classes = new int[rows];
    }
    return this;
  }

  /**
   * The loss and, in place of the outputs, its gradient.
   *
   * @param firstExample number of the first of these examples among all that are answered
   */
  public LossSum add(Loss loss, Answers answers, int firstExample) {
    if (answers instanceof NumberAnswers numbers) {
      return numbers(numbers, firstExample);
    }
    ClassAnswers known = (ClassAnswers) answers;
    for (int i = 0; i < rows; i++) {
      classes[i] = known.at(firstExample + i);
    }
    return loss == Loss.HINGE ? hinge() : classes(loss);
  }

  private LossSum classes(Loss loss) {
    rowMaxima();
    int correct = countCorrect();
    double total =
        switch (loss) {
          case SOFTMAX_CROSS_ENTROPY -> softmax();
          case STABLE_MAX_CROSS_ENTROPY -> stableMax();
          default -> oneHotSquares();
        };
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

  private int countCorrect() {
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      correct += z[classes[i] * rows + i] == max[i] && isFirst(i, classes[i]) ? 1 : 0;
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

  private double softmax() {
    double total = 0;
    for (int i = 0; i < rows; i++) {
      total += max[i] - z[classes[i] * rows + i];
    }
    for (int j = 0; j < columns; j++) {
      int o = j * rows;
      for (int i = 0; i < rows; i++) {
        z[o + i] = Math.exp(z[o + i] - max[i]);
      }
    }
    rowSums();
    for (int i = 0; i < rows; i++) {
      total += Math.log(sum[i]);
      sum[i] = 1.0 / sum[i];
    }
    scale();
    for (int i = 0; i < rows; i++) {
      z[classes[i] * rows + i] -= 1.0;
    }
    return total;
  }

  private void rowSums() {
    Arrays.fill(sum, 0, rows, 0.0);
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        sum[i] += column[i];
      }
    }
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

  /**
   * With s_j = s(z_j), m_j = min(s_j, 1), S = Σ_j s_j and R = S − s_y, summed without s_y so that a
   * small rest is not lost: the loss is log(1 + R / s_y), its slope m_j² / S for j ≠ y and −(m_y² /
   * s_y) R / S for y, since s' = m².
   */
  private double stableMax() {
    stableExponentials();
    double total = 0;
    double[] own = max;
    for (int i = 0; i < rows; i++) {
      double s = own[i];
      double inverse = 1.0 / (sum[i] + s);
      double m = Math.min(s, 1.0);
      total += Math.log1p(sum[i] / s);
      own[i] = -m * (m / s) * (sum[i] * inverse);
      sum[i] = inverse;
    }
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        double m = Math.min(column[i], 1.0);
        column[i] = m * m * sum[i];
      }
      System.arraycopy(column, 0, z, j * rows, rows);
    }
    for (int i = 0; i < rows; i++) {
      z[classes[i] * rows + i] = own[i];
    }
    return total;
  }

  /** z ← s(z) with 0 in place of s(z_y), which goes to {@code max}; sum ← Σ_j of what is left. */
  private void stableExponentials() {
    for (int j = 0; j < columns; j++) {
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        column[i] = (1.0 + Math.max(column[i], 0.0)) / (1.0 - Math.min(column[i], 0.0));
      }
      System.arraycopy(column, 0, z, j * rows, rows);
    }
    for (int i = 0; i < rows; i++) {
      int at = classes[i] * rows + i;
      max[i] = z[at];
      z[at] = 0.0;
    }
    rowSums();
  }

  private LossSum hinge() {
    double total = 0;
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      double sign = 2 * classes[i] - 1;
      double margin = 1.0 - sign * z[i];
      correct += (classes[i] == 1 ? z[i] > 0 : z[i] <= 0) ? 1 : 0;
      total += Math.max(margin, 0.0);
      z[i] = margin > 0 ? -sign : 0.0;
    }
    return new LossSum(total, correct);
  }

  private double oneHotSquares() {
    for (int i = 0; i < rows; i++) {
      z[classes[i] * rows + i] -= 1.0;
    }
    squares();
    double total = 0;
    for (int i = 0; i < rows; i++) {
      total += sum[i];
    }
    return total / columns;
  }

  private LossSum numbers(NumberAnswers numbers, int firstExample) {
    for (int j = 0; j < columns; j++) {
      numbers.copy(j, firstExample, target, rows);
      System.arraycopy(z, j * rows, column, 0, rows);
      for (int i = 0; i < rows; i++) {
        column[i] -= target[i];
      }
      System.arraycopy(column, 0, z, j * rows, rows);
    }
    squares();
    double total = 0;
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      total += sum[i];
      correct += numbers.right(sum[i] / columns) ? 1 : 0;
    }
    return new LossSum(total / columns, correct);
  }

  /** sum_i ← Σ_j z_ij² and z ← 2 z / c, for z that holds differences. */
  private void squares() {
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
  }
}

package org.dynlab.core.layer.dense;

import java.util.Locale;
import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.ClassAnswers;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.NumberAnswers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads what label arrays say, in the form that each loss has its labels. */
final class LabelArrays {

  private LabelArrays() {}

  /**
   * One-hot rows for the cross-entropies, one column for the hinge loss (1 for class 1, 0 or −1 for
   * class 0), any numbers for the squared error.
   */
  static Answers read(Loss loss, INDArray labels) {
    return switch (loss) {
      case SOFTMAX_CROSS_ENTROPY, STABLE_MAX_CROSS_ENTROPY ->
          new ClassAnswers(classes(labels), Math.toIntExact(labels.size(1)));
      case HINGE -> new ClassAnswers(signs(labels), 1);
      case MEAN_SQUARED_ERROR -> numbers(labels);
    };
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
      throw wrong(number, "must be one-hot (a single 1, zeros elsewhere)");
    }
    return found;
  }

  private static int[] signs(INDArray labels) {
    double[][] rows = labels.toDoubleMatrix();
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double label = rows[i][0];
      if (rows[i].length != 1 || !(label == 1 || label == 0 || label == -1)) {
        throw wrong(i, "must be a single 1, 0 or -1 for the hinge loss");
      }
      classes[i] = label == 1 ? 1 : 0;
    }
    return classes;
  }

  private static NumberAnswers numbers(INDArray labels) {
    double[][] rows = labels.toDoubleMatrix();
    int outputs = Math.toIntExact(labels.size(1));
    double[] columns = new double[rows.length * outputs];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < outputs; j++) {
        columns[j * rows.length + i] = rows[i][j];
      }
    }
    return new NumberAnswers(columns, outputs, Double.NaN);
  }

  private static IllegalArgumentException wrong(int row, String rule) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "labels of FusedOutput: row %d %s", row, rule));
  }
}

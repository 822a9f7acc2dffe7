package org.dynlab.core.loss;

import java.util.Arrays;

/** One class per example. As a label array: one-hot rows, or one column of zeros and ones. */
public final class ClassAnswers implements Answers {
  private final int[] classes;
  private final int outputs;

  /**
   * @param classes [n]; not copied, must not be written
   * @param outputs one per class, or a single one whose sign tells class 1 from class 0
   */
  public ClassAnswers(int[] classes, int outputs) {
    this.classes = classes;
    this.outputs = outputs;
  }

  @Override
  public int rows() {
    return classes.length;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void labels(double[] into) {
    Arrays.fill(into, 0, classes.length * outputs, 0.0);
    for (int i = 0; i < classes.length; i++) {
      if (outputs == 1) {
        into[i] = classes[i];
      } else {
        into[classes[i] * classes.length + i] = 1;
      }
    }
  }

  /** The class of that example. */
  public int at(int row) {
    return classes[row];
  }
}

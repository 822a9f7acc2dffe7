package org.dynlab.core.network;

import org.dynlab.core.loss.Answers;
import org.dynlab.core.loss.ClassAnswers;
import org.dynlab.core.loss.NumberAnswers;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;

/** A task's targets in the form that a last layer compares its outputs with. */
final class TargetAnswers {

  private TargetAnswers() {}

  /** Those of a last layer with that many outputs. */
  static Answers of(Targets targets, int outputs) {
    if (targets instanceof ClassTargets classes) {
      int[] labels = new int[classes.rows()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = classes.label(i);
      }
      return new ClassAnswers(labels, outputs);
    }
    RealTargets numbers = (RealTargets) targets;
    double[] values = new double[numbers.rows() * outputs];
    for (int i = 0; i < numbers.rows(); i++) {
      for (int j = 0; j < outputs; j++) {
        values[j * numbers.rows() + i] = numbers.value(i, j);
      }
    }
    return new NumberAnswers(values, outputs, numbers.tolerance());
  }
}

package org.dynlab.core.model;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;

/** What targets and loss together ask of a network's outputs. */
final class Outputs {
  private static final String WHERE = "model.loss";

  private Outputs() {}

  /**
   * How many there are: one per class, a single one for the hinge loss of two classes, one per real
   * number, one for an equation.
   */
  static int of(Targets targets, Loss loss) {
    if (targets instanceof ClassTargets classes) {
      return ofClasses(classes.classes(), loss);
    }
    new Checks()
        .that(
            loss == Loss.MEAN_SQUARED_ERROR,
            WHERE,
            "must be meanSquaredError for targets that are no classes",
            loss)
        .done();
    return targets instanceof RealTargets numbers ? numbers.width() : 1;
  }

  private static int ofClasses(int classes, Loss loss) {
    if (loss != Loss.HINGE) {
      return classes;
    }
    String rule = "must be a loss for " + classes + " classes";
    String hint = "hinge tells two classes apart, use softmaxCrossEntropy";
    new Checks().that(classes == 2, WHERE, rule, loss, hint).done();
    return 1;
  }
}

package org.dynlab.core.model;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.engine.Loss;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;

/** How many outputs a network has, which its targets and its loss decide. */
final class Outputs {

  private Outputs() {}

  /** One per class, one per real number, one for an equation. */
  static int of(Targets targets, Loss loss) {
    if (targets instanceof ClassTargets classes) {
      return classes.classes();
    }
    new Checks()
        .that(
            loss == Loss.MEAN_SQUARED_ERROR,
            "model.loss",
            "must be meanSquaredError for targets that are no classes",
            loss)
        .done();
    return targets instanceof RealTargets numbers ? numbers.width() : 1;
  }
}

package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Multiplies the update by -η(t): the step down the slope, usually the last link. A schedule that
 * begins with zero is refused, one that ends in zero is not.
 */
@Meaning("multiplies the update by minus the learning rate")
public record Descend(@Meaning("η, a number or a schedule, > 0 at first") Schedule learningRate)
    implements UpdateRule {

  /** Checks the rate of the first update. */
  public Descend {
    Checks checks = new Checks();
    check(checks, learningRate);
    checks.done();
  }

  static void check(Checks checks, Schedule learningRate) {
    if (learningRate == null) {
      checks.that(false, "learningRate", "must be given", "nothing");
    } else {
      checks.positive("learningRate", learningRate.at(1));
    }
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return this::scale;
  }

  private void scale(double[] update, StepInput step) {
    double factor = -learningRate.at(step.number());
    for (int i = 0; i < update.length; i++) {
      update[i] *= factor;
    }
  }
}

package org.dynlab.optim.langevin;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.Noise;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Adds noise to a step before the learning rate multiplies it: u ← u + scale·ξ, between {@code
 * scaleByAdam} and {@code descend}, so that θ moves by -η(u + scale·ξ). The update noise of Power
 * et al. 2022, arXiv:2201.02177, where scale is 1; in their code the learning rate that multiplies
 * it still carries Adam's bias correction, here it does not. It samples no density. No state; one
 * normal number per parameter.
 */
@Meaning("adds noise to the normalised step; between scaleByAdam and descend")
public record UpdateNoise(
    @Meaning("standard deviation, a number or a schedule, >= 0") Schedule scale)
    implements UpdateRule {

  /** Checks that there is one. */
  public UpdateNoise {
    Checks checks = new Checks();
    Ranges.given(checks, "scale", scale);
    checks.done();
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Noise noise = seeds.noise("updateNoise");
    return (update, step) -> shake(update, step, noise);
  }

  private void shake(double[] update, StepInput step, Noise noise) {
    double deviation = scale.at(step.number());
    if (deviation != 0) {
      noise.add(step.number(), deviation, update);
    }
  }
}

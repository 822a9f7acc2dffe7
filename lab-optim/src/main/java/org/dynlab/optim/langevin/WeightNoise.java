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
 * Shakes the parameters after every step: θ ← θ + u + σ_t ξ, the last link of a chain. Behind
 * {@code adamw} it is what is often called "Adam with noise" or Langevin Adam.
 *
 * <p><b>Biased.</b> The same noise in every direction behind a step that Adam has rescaled samples
 * no exp(-U/T): Adam's step does not depend on the size of the loss, so neither does the cloud that
 * it settles in. Measured in bowls of curvature 0.5, 1 and 2 with η = 0.001 and σ = 0.01: variances
 * of 3.5·10⁻³ in all three, where exp(-U/T) has variances in proportion to 1/curvature. Behind
 * {@code sgd} with the same η throughout, σ = √(2ηT/N) makes it {@link Sgld}. No state; one normal
 * number per parameter.
 */
@Meaning("adds noise to the parameters after the step; the last link of a chain")
public record WeightNoise(
    @Meaning("σ, standard deviation per update, a number or a schedule, >= 0") Schedule sigma)
    implements UpdateRule {

  /** Checks that there is one. */
  public WeightNoise {
    Checks checks = new Checks();
    Ranges.given(checks, "sigma", sigma);
    checks.done();
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Noise noise = seeds.noise("weightNoise");
    return (update, step) -> shake(update, step, noise);
  }

  private void shake(double[] update, StepInput step, Noise noise) {
    double deviation = sigma.at(step.number());
    if (deviation != 0) {
      noise.add(step.number(), deviation, update);
    }
  }
}

package org.dynlab.optim.langevin;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
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
 * Adds noise that dies away to the gradient, first in a chain: g ← g + σ_t ξ with σ_t² = eta/(1 +
 * t)^gamma and t the number of updates done, so that σ² = eta at the first (Neelakantan et al.
 * 2015, arXiv:1511.06807, eq. 1, with γ = 0.55 and η of 0.01, 0.3 or 1). No temperature: the paper
 * gives no density that it samples. In front of an Adam, whose step does not depend on the size of
 * the gradient, the noise matters only where it is larger than the gradient. No state; one normal
 * number per parameter.
 */
@Meaning("adds noise of variance eta/(1+t)^gamma to the gradient; first link of a chain")
public record AnnealedGradientNoise(
    @Meaning("variance at the first update, a number or a schedule, >= 0") @Default("0.01")
        Schedule eta,
    @Meaning("power by which the variance falls, >= 0") @Default("0.55") double gamma)
    implements UpdateRule {

  /** Checks the ranges. */
  public AnnealedGradientNoise {
    Checks checks = new Checks();
    Ranges.given(checks, "eta", eta);
    checks.nonNegative("gamma", gamma);
    checks.done();
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Noise noise = seeds.noise("annealedGradientNoise");
    return (update, step) -> shake(update, step, noise);
  }

  private void shake(double[] update, StepInput step, Noise noise) {
    long number = step.number();
    double variance = eta.at(number) * StrictMath.pow((double) number, -gamma);
    if (variance != 0) {
      noise.add(number, Math.sqrt(variance), update);
    }
  }
}

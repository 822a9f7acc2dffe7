package org.dynlab.optim.langevin;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.Noise;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Stochastic gradient Langevin dynamics (Welling and Teh 2011, eq. 4): gradient descent plus white
 * noise whose size makes parameters visit θ as often as exp(-U(θ)/T) says.
 *
 * <pre>
 * here (mean-loss convention, see the package):
 *   θ ← θ - η (g + (λ/N)θ) + √(2η T/N) ξ          ξ ~ N(0, I), fresh at every update
 * the paper, with the gradient of U and T = 1:
 *   θ ← θ - (ε/2) ∇U + √ε ξ                        hence η = N·ε/2
 * </pre>
 *
 * <p>The form θ ← θ - ε∇U + √(2εT) ξ, also in use, has η = N·ε. With T = 0 this is {@code sgd}.
 *
 * <p>There is no accept-reject step, so a constant η leaves a bias: in a direction in which U/N has
 * the curvature h, the variance is (T/N)/h · 1/(1 - ηh/2) instead of (T/N)/h, and from ηh = 2 on it
 * grows without bound. Mini-batches add the variance of their gradient to the noise. No state; one
 * pass and one normal number per parameter.
 */
@Meaning("stochastic gradient Langevin dynamics: descent plus noise of a given temperature")
public record Sgld(
    @Meaning("η as in sgd, a number or a schedule, > 0 at first") Schedule learningRate,
    @Meaning("N, training examples that the loss is the mean of, >= 1") long examples,
    @Meaning("T of exp(-U/T), a number or a schedule, >= 0") @Default("1") Schedule temperature,
    @Meaning("λ, precision of a Gaussian prior: U = N*loss + λ/2*|θ|^2, >= 0") @Default("0")
        double weightDecay)
    implements UpdateRule {

  /** Checks the ranges. */
  public Sgld {
    Checks checks = new Checks();
    Ranges.positiveAtFirst(checks, "learningRate", learningRate);
    Posterior.check(checks, examples, temperature, weightDecay);
    checks.done();
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.withExamples(examples);
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Posterior posterior = new Posterior(examples, temperature, weightDecay);
    Noise noise = seeds.noise("sgld");
    return (update, step) -> move(update, step, posterior, noise);
  }

  private void move(double[] update, StepInput step, Posterior posterior, Noise noise) {
    double rate = learningRate.at(step.number());
    posterior.addPrior(update, step.parameters());
    for (int i = 0; i < update.length; i++) {
      update[i] *= -rate;
    }
    double variance = 2 * rate * posterior.temperatureAt(step.number());
    if (variance != 0) {
      noise.add(step.number(), Math.sqrt(variance), update);
    }
  }
}

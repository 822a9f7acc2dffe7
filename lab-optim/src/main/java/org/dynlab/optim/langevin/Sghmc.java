package org.dynlab.optim.langevin;

import java.util.List;
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
import org.dynlab.core.state.Slot;
import org.dynlab.optim.descent.Subnormals;

/**
 * Stochastic gradient Hamiltonian Monte Carlo (Chen, Fox and Guestrin 2014, arXiv:1402.4102, eq.
 * 15): momentum plus the noise that balances its friction.
 *
 * <pre>
 * here:       v ← (1-c) v - η (g + (λ/N)θ) + √(2ηc T/N) ξ        θ ← θ + v
 * the paper:  v ← (1-α) v - η_U ∇U + √(2(α-β̂) η_U) ξ             θ ← θ + v
 *             hence c = α and η = N·η_U; its estimate β̂ of the gradient's own noise is 0 here
 * </pre>
 *
 * <p>The parameters begin at rest (the paper draws a velocity; it is forgotten within some 1/c
 * updates). With T = 0 and a constant η this is {@code momentum} with μ = 1 - c. The kick is not
 * damped to the end, so v has the variance 4(ηT/N)/(4 - 2c - ηh) in a direction of curvature h of
 * U/N; positions do better: (T/N)/h · 1/(1 - ηh/(2(2-c))). Mini-batches heat it by the variance of
 * their gradient; {@link Sgnht} makes up for that. State: v, slot {@code sghmc.velocity}. Two
 * passes and one normal number per parameter.
 */
@Meaning("stochastic gradient Hamiltonian Monte Carlo: momentum plus noise")
public record Sghmc(
    @Meaning("η as in momentum, a number or a schedule, > 0 at first") Schedule learningRate,
    @Meaning("c, share of the velocity lost per update: 1 - momentum, in (0, 1]") @Default("0.1")
        double friction,
    @Meaning("N, training examples that the loss is the mean of, >= 1") long examples,
    @Meaning("T of exp(-U/T), a number or a schedule, >= 0") @Default("1") Schedule temperature,
    @Meaning("λ, precision of a Gaussian prior: U = N*loss + λ/2*|θ|^2, >= 0") @Default("0")
        double weightDecay)
    implements UpdateRule {

  /** Checks the ranges. */
  public Sghmc {
    Checks checks = new Checks();
    Ranges.positiveAtFirst(checks, "learningRate", learningRate);
    Ranges.friction(checks, friction);
    Posterior.check(checks, examples, temperature, weightDecay);
    checks.done();
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.withExamples(examples);
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(
        this,
        new Posterior(examples, temperature, weightDecay),
        seeds.noise("sghmc"),
        new Slot("sghmc.velocity", new double[layout.size()]));
  }

  private record State(Sghmc rule, Posterior posterior, Noise noise, Slot velocity)
      implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      long number = step.number();
      double rate = rule.learningRate.at(number);
      double[] v = velocity.values();
      posterior.addPrior(update, step.parameters());
      kick(v, update, rate);
      double variance = 2 * rate * rule.friction * posterior.temperatureAt(number);
      if (variance != 0) {
        noise.add(number, Math.sqrt(variance), v);
      }
      System.arraycopy(v, 0, update, 0, v.length);
    }

    private void kick(double[] v, double[] gradient, double rate) {
      double kept = 1 - rule.friction;
      for (int i = 0; i < v.length; i++) {
        v[i] = Subnormals.flush(kept * v[i] - rate * gradient[i]);
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(velocity);
    }
  }
}

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
 * Stochastic gradient Nosé–Hoover thermostat (Ding et al. 2014, NIPS 27, algorithm 2): as {@link
 * Sghmc}, but the friction moves until the mean kinetic energy is that of the temperature, whatever
 * noise the gradient brings along.
 *
 * <pre>
 * here:       v ← (1-f) v - η (g + (λ/N)θ) + √(2ηc T/N) ξ
 *             θ ← θ + v
 *             f ← f + mean(v²) - η T/N                              f = c at the start
 * the paper:  p ← p - ξ_t p h - ∇U h + √(2Ah) ξ      θ ← θ + p h     ξ_t ← ξ_t + (mean(p²) - 1) h
 *             hence v = p·h, η = N·h², f = ξ_t·h, c = A·h; T = 1
 * </pre>
 *
 * <p>The parameters begin at rest (the paper draws p). The mean of v² is η·T/N by construction.
 * With exact gradients the mean of f is c(1 + c/2 + ηh̄/4) to first order, h̄ the mean curvature of
 * U/N, and the variance of a position (T/N)/h · (1 - c/2 + η(h - h̄)/4): c should be some
 * hundredths. A gradient noise of variance σ² per entry raises f by ησ²N/(2T). In n parameters f
 * has the variance ηT/(N·n), so with few parameters it may be negative for a while. The relation
 * between the two forms holds for a constant η. State: v and f - c, slots {@code sgnht.velocity}
 * and {@code sgnht.excess_friction}. Three passes and one normal number per parameter.
 */
@Meaning("stochastic gradient Nose-Hoover thermostat: momentum, noise and a friction that adapts")
public record Sgnht(
    @Meaning("η as in momentum, a number or a schedule, > 0 at first") Schedule learningRate,
    @Meaning("c, share of the velocity lost per update at the start and size of the noise, (0, 1]")
        @Default("0.02")
        double friction,
    @Meaning("N, training examples that the loss is the mean of, >= 1") long examples,
    @Meaning("T of exp(-U/T), a number or a schedule, >= 0") @Default("1") Schedule temperature,
    @Meaning("λ, precision of a Gaussian prior: U = N*loss + λ/2*|θ|^2, >= 0") @Default("0")
        double weightDecay)
    implements UpdateRule {

  /** Checks the ranges. */
  public Sgnht {
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
        seeds.noise("sgnht"),
        new Slot("sgnht.velocity", new double[layout.size()]),
        new Slot("sgnht.excess_friction", new double[1]));
  }

  private record State(Sgnht rule, Posterior posterior, Noise noise, Slot velocity, Slot excess)
      implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      long number = step.number();
      double rate = rule.learningRate.at(number);
      double kinetic = rate * posterior.temperatureAt(number);
      double[] v = velocity.values();
      posterior.addPrior(update, step.parameters());
      kick(v, update, rate);
      if (kinetic != 0) {
        noise.add(number, Math.sqrt(2 * rule.friction * kinetic), v);
      }
      System.arraycopy(v, 0, update, 0, v.length);
      excess.values()[0] += meanSquare(v) - kinetic;
    }

    private void kick(double[] v, double[] gradient, double rate) {
      double kept = 1 - (rule.friction + excess.values()[0]);
      for (int i = 0; i < v.length; i++) {
        v[i] = Subnormals.flush(kept * v[i] - rate * gradient[i]);
      }
    }

    private static double meanSquare(double[] v) {
      double sum = 0;
      for (double entry : v) {
        sum += entry * entry;
      }
      return v.length == 0 ? 0 : sum / v.length;
    }

    @Override
    public List<Slot> slots() {
      return List.of(velocity, excess);
    }
  }
}

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
 * SGLD with RMSprop's preconditioner (Li, Chen, Carlson and Carin 2016, arXiv:1512.07666, algorithm
 * 1), without the paper's curvature term Γ, as it is used in practice:
 *
 * <pre>
 * V ← αV + (1-α) g²            g the mean gradient, without the prior; V = 0 at the start
 * G = 1 / (ε + √V)
 * here:       θ ← θ - η G (g + (λ/N)θ) + √(2ηG T/N) ξ
 * the paper:  θ ← θ - (ε'/2) G ∇U + √(ε'G) ξ       hence η = N·ε'/2
 * </pre>
 *
 * <p>The paper's λ in G is called ε here ({@code epsilon}), as in Adam. V is not corrected for its
 * start from zero (in the algorithm neither), so the first steps are up to 1/√(1-α) times larger.
 *
 * <p><b>Biased.</b> Without Γ the density is not exp(-U/T) where G depends on θ: in the limit of α
 * = 0 and small η it is (ε + |g|)·exp(-U/T), which for a Gaussian doubles the variance as ε → 0.
 * The slower V moves compared with θ, the smaller the bias. The tests of this rule measure it.
 * State: V, slot {@code psgld.second_moment}. One pass, two roots, a division and a normal number
 * per parameter.
 */
@Meaning("SGLD with a step of its own for every parameter, by RMSprop; biased, see its page")
public record Psgld(
    @Meaning("η, of the preconditioned gradient, > 0 at first") Schedule learningRate,
    @Meaning("N, training examples that the loss is the mean of, >= 1") long examples,
    @Meaning("T of exp(-U/T), a number or a schedule, >= 0") @Default("1") Schedule temperature,
    @Meaning("λ, precision of a Gaussian prior: U = N*loss + λ/2*|θ|^2, >= 0") @Default("0")
        double weightDecay,
    @Meaning("decay α of the mean square per update, in [0, 1)") @Default("0.99") double decay,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-5") double epsilon)
    implements UpdateRule {

  /** Checks the ranges. */
  public Psgld {
    Checks checks = new Checks();
    Ranges.positiveAtFirst(checks, "learningRate", learningRate);
    Posterior.check(checks, examples, temperature, weightDecay);
    checks.halfOpen("decay", decay, 0, 1).positive("epsilon", epsilon);
    checks.done();
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.withExamples(examples);
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(this, seeds.noise("psgld"), layout.size());
  }

  private static final class State implements RuleState {
    private final Psgld rule;
    private final Posterior posterior;
    private final Noise noise;
    private final Slot square;
    private final double[] scratch;

    State(Psgld rule, Noise noise, int size) {
      this.rule = rule;
      this.posterior = new Posterior(rule.examples, rule.temperature, rule.weightDecay);
      this.noise = noise;
      this.square = new Slot("psgld.second_moment", new double[size]);
      this.scratch = new double[size];
    }

    @Override
    public void rewrite(double[] update, StepInput step) {
      long number = step.number();
      double rate = rule.learningRate.at(number);
      average(update);
      posterior.addPrior(update, step.parameters());
      double variance = 2 * rate * posterior.temperatureAt(number);
      if (variance == 0) {
        descend(update, rate);
      } else {
        noise.fill(number, scratch);
        sample(update, rate, Math.sqrt(variance));
      }
    }

    private void average(double[] gradient) {
      double[] v = square.values();
      double decay = rule.decay;
      for (int i = 0; i < gradient.length; i++) {
        double g = gradient[i];
        v[i] = Subnormals.flush(decay * v[i] + (1 - decay) * g * g);
      }
    }

    private void descend(double[] update, double rate) {
      double[] v = square.values();
      double epsilon = rule.epsilon;
      for (int i = 0; i < update.length; i++) {
        update[i] *= -rate / (epsilon + Math.sqrt(v[i]));
      }
    }

    private void sample(double[] update, double rate, double deviation) {
      double[] v = square.values();
      double epsilon = rule.epsilon;
      for (int i = 0; i < update.length; i++) {
        double g = 1 / (epsilon + Math.sqrt(v[i]));
        update[i] = deviation * Math.sqrt(g) * scratch[i] - rate * g * update[i];
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(square);
    }
  }
}

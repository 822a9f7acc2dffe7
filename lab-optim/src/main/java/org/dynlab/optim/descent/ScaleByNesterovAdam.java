package org.dynlab.optim.descent;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;

/**
 * Adam's direction with Nesterov's look ahead: the mean of the gradients as it will count at the
 * next update, and the gradient at hand (Dozat 2016, "Incorporating Nesterov momentum into Adam",
 * algorithm 2):
 *
 * <pre>
 * m ← β₁m + (1-β₁)g        v ← β₂v + (1-β₂)g²       μₜ = β₁(1 - ½·0.96^(tψ))
 * m̄ = μₜ₊₁ m / (1 - Π_{i≤t+1} μᵢ) + (1-μₜ) g / (1 - Π_{i≤t} μᵢ)
 * update = m̄ / (√(v/(1-β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>This is PyTorch's {@code NAdam}: m decays by the constant β₁, only the weights in m̄ follow
 * the schedule μₜ, and ε is added after the bias correction. PyTorch before 2.0 multiplied μₜ in
 * twice (in its loop over single tensors; its foreach form was right), which is not followed here.
 *
 * <p>State: m and v, slots {@code nadam.first_moment} and {@code nadam.second_moment}, and 1 - Πμᵢ,
 * slot {@code nadam.weight}. NaN and overflow stay in their own entry. One pass, one square root
 * and one division per parameter.
 */
@Meaning("Adam's direction with Nesterov's look ahead, bias-corrected")
public record ScaleByNesterovAdam(
    @Meaning("decay β₁ of the mean per update, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean square per update, in [0, 1)") @Default("0.999") double beta2,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon,
    @Meaning("ψ, how fast μ rises from β₁/2 to β₁, >= 0") @Default("0.004") double momentumDecay)
    implements UpdateRule {

  /** Checks the ranges. */
  public ScaleByNesterovAdam {
    Checks checks = new Checks();
    check(checks, beta1, beta2, epsilon, momentumDecay);
    checks.done();
  }

  static void check(
      Checks checks, double beta1, double beta2, double epsilon, double momentumDecay) {
    ScaleByAdam.check(checks, beta1, beta2, epsilon);
    checks.nonNegative("momentumDecay", momentumDecay);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(
        this,
        new Slot("nadam.first_moment", new double[layout.size()]),
        new Slot("nadam.second_moment", new double[layout.size()]),
        new Slot("nadam.weight", new double[1]));
  }

  /** μₜ. */
  private double mu(long number) {
    return beta1 * (1 - 0.5 * StrictMath.pow(0.96, number * momentumDecay));
  }

  private record State(ScaleByNesterovAdam rule, Slot first, Slot second, Slot weight)
      implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      double mu = rule.mu(step.number());
      double next = rule.mu(step.number() + 1);
      double sum = grow(weight.values()[0], mu);
      weight.values()[0] = sum;
      double root = ScaleByAdam.rootFactor(rule.beta2, step.number());
      scale(update, (1 - mu) / sum, next / grow(sum, next), root);
    }

    /** From 1 - Π to 1 - Πμ. */
    private static double grow(double weight, double mu) {
      return weight * mu + (1 - mu);
    }

    @Override
    public List<Slot> slots() {
      return List.of(first, second, weight);
    }

    private void scale(double[] update, double now, double ahead, double rootFactor) {
      double[] m = first.values();
      double[] v = second.values();
      double beta1 = rule.beta1;
      double beta2 = rule.beta2;
      double epsilon = rule.epsilon;
      for (int i = 0; i < update.length; i++) {
        double g = update[i];
        double mean = Subnormals.flush(beta1 * m[i] + (1 - beta1) * g);
        double square = Subnormals.flush(beta2 * v[i] + (1 - beta2) * g * g);
        m[i] = mean;
        v[i] = square;
        update[i] = (g * now + mean * ahead) / (Math.sqrt(square) * rootFactor + epsilon);
      }
    }
  }
}

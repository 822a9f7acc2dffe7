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
 * Divides a decaying mean of gradients by the root of a decaying mean of their squares, each entry
 * on its own (Kingma and Ba 2015, arXiv:1412.6980, algorithm 1):
 *
 * <pre>
 * m ← β₁m + (1-β₁)g        m̂ = m / (1-β₁ᵗ)
 * v ← β₂v + (1-β₂)g²       v̂ = v / (1-β₂ᵗ)
 * update = m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>ε is added after the bias correction, as in the algorithm and in PyTorch ({@code sqrt(v) /
 * sqrt(1-β₂ᵗ) + ε}); DL4J and the paper's own shortcut add it before. Entries whose gradients were
 * all zero stay zero; NaN and overflow (|g| above 10¹⁵⁴ makes v infinite and the entry 0) stay in
 * their own entry. State: m and v, slots {@code adam.first_moment} and {@code adam.second_moment};
 * t is the number of the step. One pass, one square root and one division per parameter.
 */
@Meaning("Adam's direction: mean gradient over root mean square, bias-corrected")
public record ScaleByAdam(
    @Meaning("decay β₁ of the mean per update, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean square per update, in [0, 1)") @Default("0.999") double beta2,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon)
    implements UpdateRule {

  static final String FIRST = "adam.first_moment";
  static final String SECOND = "adam.second_moment";

  /** Checks the ranges. */
  public ScaleByAdam {
    Checks checks = new Checks();
    check(checks, beta1, beta2, epsilon);
    checks.done();
  }

  static void check(Checks checks, double beta1, double beta2, double epsilon) {
    checks
        .halfOpen("beta1", beta1, 0, 1)
        .halfOpen("beta2", beta2, 0, 1)
        .positive("epsilon", epsilon);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(
        this,
        new Slot(FIRST, new double[layout.size()]),
        new Slot(SECOND, new double[layout.size()]));
  }

  /** 1/(1-β₁ᵗ), by which m becomes m̂. */
  static double meanFactor(double beta1, long number) {
    return 1 / (1 - StrictMath.pow(beta1, (double) number));
  }

  /** 1/√(1-β₂ᵗ), by which √v becomes √v̂. */
  static double rootFactor(double beta2, long number) {
    return 1 / Math.sqrt(1 - StrictMath.pow(beta2, (double) number));
  }

  private record State(ScaleByAdam rule, Slot first, Slot second) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      scale(update, meanFactor(rule.beta1, step.number()), rootFactor(rule.beta2, step.number()));
    }

    @Override
    public List<Slot> slots() {
      return List.of(first, second);
    }

    private void scale(double[] update, double meanFactor, double rootFactor) {
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
        update[i] = mean * meanFactor / (Math.sqrt(square) * rootFactor + epsilon);
      }
    }
  }
}

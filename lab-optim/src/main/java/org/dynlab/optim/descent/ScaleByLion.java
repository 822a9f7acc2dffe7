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
 * The sign of a mix of gradient and past gradients (Chen et al. 2023, arXiv:2302.06675, algorithm
 * 2): update = sign(β₁m + (1-β₁)g), then m ← β₂m + (1-β₂)g, m = 0 at the start. Every entry is 1,
 * -1 or 0; NaN stays NaN.
 *
 * <p>A parameter whose gradient has become exactly zero goes on in the direction of its last
 * gradients: their mean shrinks, its sign does not, until it is flushed to zero or not at all. That
 * is the published rule. State: m, slot {@code lion.mean}.
 */
@Meaning("Lion's direction: the sign of a mix of gradient and past gradients")
public record ScaleByLion(
    @Meaning("share β₁ of the past in the sign, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean per update, in [0, 1)") @Default("0.99") double beta2)
    implements UpdateRule {

  /** Checks the ranges. */
  public ScaleByLion {
    Checks checks = new Checks();
    check(checks, beta1, beta2);
    checks.done();
  }

  static void check(Checks checks, double beta1, double beta2) {
    checks.halfOpen("beta1", beta1, 0, 1).halfOpen("beta2", beta2, 0, 1);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(this, new Slot("lion.mean", new double[layout.size()]));
  }

  private record State(ScaleByLion rule, Slot mean) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      double[] m = mean.values();
      double beta1 = rule.beta1;
      double beta2 = rule.beta2;
      for (int i = 0; i < update.length; i++) {
        double g = update[i];
        update[i] = Math.signum(beta1 * m[i] + (1 - beta1) * g);
        m[i] = Subnormals.flush(beta2 * m[i] + (1 - beta2) * g);
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(mean);
    }
  }
}

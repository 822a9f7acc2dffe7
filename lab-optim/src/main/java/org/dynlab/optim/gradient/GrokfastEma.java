package org.dynlab.optim.gradient;

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
import org.dynlab.optim.descent.Subnormals;

/**
 * Amplifies the slow part of the gradient by an exponential average (Lee et al. 2024,
 * arXiv:2405.20233, algorithm 2): h ← αh + (1-α)g, then g ← g + λh; first in a chain, before an
 * optimizer. As in the authors' code (ironjr/grokfast, {@code gradfilter_ema}) the average begins
 * with the first gradient, h = g₁, and not with zero. With λ = 0 the gradient is left alone. State:
 * h, slot {@code grokfast.average}.
 */
@Meaning("adds lambda times an exponential average of the gradients to the gradient")
public record GrokfastEma(
    @Meaning("decay α of the average per update, in [0, 1)") @Default("0.98") double alpha,
    @Meaning("weight λ of the average, >= 0") @Default("2") double lambda)
    implements UpdateRule {

  /** Checks the ranges. */
  public GrokfastEma {
    new Checks().halfOpen("alpha", alpha, 0, 1).nonNegative("lambda", lambda).done();
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(alpha, lambda, new Slot("grokfast.average", new double[layout.size()]));
  }

  private record State(double alpha, double lambda, Slot average) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      double decay = step.number() == 1 ? 0 : alpha;
      double[] h = average.values();
      double factor = lambda;
      for (int i = 0; i < update.length; i++) {
        double g = update[i];
        double mean = Subnormals.flush(decay * h[i] + (1 - decay) * g);
        h[i] = mean;
        update[i] = g + factor * mean;
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(average);
    }
  }
}

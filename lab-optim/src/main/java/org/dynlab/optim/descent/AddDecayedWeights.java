package org.dynlab.optim.descent;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Adds λθ to the update, on the chosen blocks.
 *
 * <p>First in a chain, before a rescaling, it is an L2 penalty ½λ‖θ‖² in the gradient ("coupled");
 * after {@link ScaleByAdam} it is the decoupled decay of Loshchilov and Hutter 2019,
 * arXiv:1711.05101, algorithm 2. With λ = 0 the update is left alone, bit for bit. Without a block
 * to decay it is refused when the run begins.
 */
@Meaning("adds weightDecay times the parameters to the update")
public record AddDecayedWeights(
    @Meaning("factor λ of the parameters, >= 0") double weightDecay,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements UpdateRule {

  /** Checks the range. */
  public AddDecayedWeights {
    Checks checks = new Checks();
    check(checks, weightDecay);
    checks.done();
  }

  static void check(Checks checks, double weightDecay) {
    checks.nonNegative("weightDecay", weightDecay);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    if (weightDecay == 0) {
      return (update, step) -> {};
    }
    return new State(weightDecay, decayOn.blocks(layout));
  }

  private record State(double weightDecay, List<ParameterBlock> blocks) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      for (ParameterBlock block : blocks) {
        decay(update, step.parameters(), block.offset(), block.end());
      }
    }

    private void decay(double[] update, double[] parameters, int from, int to) {
      double factor = weightDecay;
      for (int i = from; i < to; i++) {
        update[i] += factor * parameters[i];
      }
    }
  }
}

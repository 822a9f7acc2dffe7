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
 * Replaces the gradient by a decaying sum of gradients, b ← μb + g with b = 0 at the start: the
 * update is b, or g + μb with {@code nesterov}. This is PyTorch's SGD with dampening 0 (Sutskever
 * et al. 2013, with the learning rate outside of the sum). State: b, slot {@code momentum.buffer}.
 */
@Meaning("a decaying sum of gradients in place of the gradient")
public record ScaleByMomentum(
    @Meaning("decay μ of the sum per update, in [0, 1)") @Default("0.9") double momentum,
    @Meaning("look ahead: g + μb in place of b") @Default("false") boolean nesterov)
    implements UpdateRule {

  /** Checks the range. */
  public ScaleByMomentum {
    Checks checks = new Checks();
    check(checks, momentum);
    checks.done();
  }

  static void check(Checks checks, double momentum) {
    checks.halfOpen("momentum", momentum, 0, 1);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(momentum, nesterov, new Slot("momentum.buffer", new double[layout.size()]));
  }

  private record State(double momentum, boolean nesterov, Slot buffer) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      if (nesterov) {
        lookAhead(update, buffer.values(), momentum);
      } else {
        accumulate(update, buffer.values(), momentum);
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(buffer);
    }

    private static void accumulate(double[] update, double[] buffer, double decay) {
      for (int i = 0; i < update.length; i++) {
        double sum = Subnormals.flush(decay * buffer[i] + update[i]);
        buffer[i] = sum;
        update[i] = sum;
      }
    }

    private static void lookAhead(double[] update, double[] buffer, double decay) {
      for (int i = 0; i < update.length; i++) {
        double sum = Subnormals.flush(decay * buffer[i] + update[i]);
        buffer[i] = sum;
        update[i] += decay * sum;
      }
    }
  }
}

package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.Schedule;

/**
 * Gradient descent with heavy-ball or Nesterov momentum, as PyTorch's {@code SGD} with dampening 0:
 * b ← μb + (g + λθ), then θ ← θ - ηb, or θ ← θ - η(g + λθ + μb) with {@code nesterov}.
 */
@Meaning("gradient descent with momentum")
public record Momentum(
    @Meaning("η, a number or a schedule, > 0 at first") Schedule learningRate,
    @Meaning("decay μ of the sum per update, in [0, 1)") @Default("0.9") double momentum,
    @Meaning("look ahead: g + μb in place of b") @Default("false") boolean nesterov,
    @Meaning("λ of the L2 penalty, >= 0") @Default("0") double weightDecay,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public Momentum {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    ScaleByMomentum.check(checks, momentum);
    AddDecayedWeights.check(checks, weightDecay);
    checks.done();
  }

  @Override
  public Chain chain() {
    return Chain.of(
        new AddDecayedWeights(weightDecay, decayOn),
        new ScaleByMomentum(momentum, nesterov),
        new Descend(learningRate));
  }
}

package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.Schedule;

/**
 * Plain gradient descent, θ ← θ - η(g + λθ), as PyTorch's {@code SGD} without momentum. The decay
 * is an L2 penalty.
 */
@Meaning("gradient descent")
public record Sgd(
    @Meaning("η, a number or a schedule, > 0 at first") Schedule learningRate,
    @Meaning("λ of the L2 penalty, >= 0") @Default("0") double weightDecay,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public Sgd {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    AddDecayedWeights.check(checks, weightDecay);
    checks.done();
  }

  @Override
  public Chain chain() {
    return Chain.of(new AddDecayedWeights(weightDecay, decayOn), new Descend(learningRate));
  }
}

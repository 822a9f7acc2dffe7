package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.Schedule;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980) as PyTorch's {@code Adam}: the decay λ is an L2
 * penalty, so it passes through the rescaling. For decay beside it see {@link AdamW}.
 */
@Meaning("Adam; weight decay as an L2 penalty inside the rescaled gradient")
public record Adam(
    @Meaning("η, a number or a schedule, > 0 at first") @Default("0.001") Schedule learningRate,
    @Meaning("decay β₁ of the mean per update, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean square per update, in [0, 1)") @Default("0.999") double beta2,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon,
    @Meaning("λ of the L2 penalty, >= 0") @Default("0") double weightDecay,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public Adam {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    ScaleByAdam.check(checks, beta1, beta2, epsilon);
    AddDecayedWeights.check(checks, weightDecay);
    checks.done();
  }

  @Override
  public Chain chain() {
    return Chain.of(
        new AddDecayedWeights(weightDecay, decayOn),
        new ScaleByAdam(beta1, beta2, epsilon),
        new Descend(learningRate));
  }
}

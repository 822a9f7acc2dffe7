package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.Schedule;

/**
 * Adam with Nesterov's look ahead (Dozat 2016) as PyTorch's {@code NAdam}, see {@link
 * ScaleByNesterovAdam}: the decay λ is an L2 penalty, so it passes through the rescaling.
 */
@Meaning("Adam with Nesterov momentum; weight decay as an L2 penalty inside the rescaled gradient")
public record NesterovAdam(
    @Meaning("η, a number or a schedule, > 0 at first") @Default("0.002") Schedule learningRate,
    @Meaning("decay β₁ of the mean per update, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean square per update, in [0, 1)") @Default("0.999") double beta2,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon,
    @Meaning("ψ, how fast the momentum rises from β₁/2 to β₁, >= 0") @Default("0.004")
        double momentumDecay,
    @Meaning("λ of the L2 penalty, >= 0") @Default("0") double weightDecay,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public NesterovAdam {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    ScaleByNesterovAdam.check(checks, beta1, beta2, epsilon, momentumDecay);
    AddDecayedWeights.check(checks, weightDecay);
    checks.done();
  }

  @Override
  public Chain chain() {
    return Chain.of(
        new AddDecayedWeights(weightDecay, decayOn),
        new ScaleByNesterovAdam(beta1, beta2, epsilon, momentumDecay),
        new Descend(learningRate));
  }
}

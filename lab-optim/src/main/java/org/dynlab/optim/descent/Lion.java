package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.Schedule;

/**
 * Lion (Chen et al. 2023, arXiv:2302.06675, algorithm 2): θ ← θ - η(sign(β₁m + (1-β₁)g) + λθ), see
 * {@link ScaleByLion}. The decay is decoupled. The publication advises a learning rate 3 to 10
 * times smaller than AdamW's, with a decay as much larger.
 */
@Meaning("Lion: steps of one length in every parameter; decoupled weight decay")
public record Lion(
    @Meaning("η, a number or a schedule, > 0 at first") @Default("1.0e-4") Schedule learningRate,
    @Meaning("λ; per update the parameters shrink by η·λ of themselves, >= 0") @Default("0")
        double weightDecay,
    @Meaning("share β₁ of the past in the sign, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean per update, in [0, 1)") @Default("0.99") double beta2,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public Lion {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    AddDecayedWeights.check(checks, weightDecay);
    ScaleByLion.check(checks, beta1, beta2);
    checks.done();
  }

  @Override
  public Chain chain() {
    return Chain.of(
        new ScaleByLion(beta1, beta2),
        new AddDecayedWeights(weightDecay, decayOn),
        new Descend(learningRate));
  }
}

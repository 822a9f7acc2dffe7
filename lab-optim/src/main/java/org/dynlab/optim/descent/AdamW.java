package org.dynlab.optim.descent;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101), as PyTorch's
 * {@code AdamW}: θ ← θ - η(t)λθ - η(t) m̂/(√v̂ + ε), see {@link ScaleByAdam}. As in PyTorch, and
 * unlike the paper's algorithm 2, the learning rate multiplies the decay too.
 */
@Meaning("Adam with decoupled weight decay")
public record AdamW(
    @Meaning("η, a number or a schedule, > 0 at first") @Default("0.001") Schedule learningRate,
    @Meaning("λ; per update the parameters shrink by η·λ of themselves, >= 0") @Default("0.01")
        double weightDecay,
    @Meaning("decay β₁ of the mean per update, in [0, 1)") @Default("0.9") double beta1,
    @Meaning("decay β₂ of the mean square per update, in [0, 1)") @Default("0.999") double beta2,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public AdamW {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    AddDecayedWeights.check(checks, weightDecay);
    ScaleByAdam.check(checks, beta1, beta2, epsilon);
    checks.done();
  }

  @Override
  public Chain chain() {
    return Chain.of(
        new ScaleByAdam(beta1, beta2, epsilon),
        new AddDecayedWeights(weightDecay, decayOn),
        new Descend(learningRate));
  }

  /** The state of the chain, computed in one pass. */
  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return AdamWPass.begin(this, layout);
  }
}

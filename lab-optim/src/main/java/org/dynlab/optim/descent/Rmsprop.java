package org.dynlab.optim.descent;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.UpdateRule;

/**
 * RMSprop (Tieleman and Hinton 2012) as PyTorch's {@code RMSprop}: the gradient over its root mean
 * square, see {@link ScaleByRootMeanSquare}, then heavy-ball momentum on the quotient if {@code
 * momentum} is not 0. The decay λ is an L2 penalty, so it passes through the rescaling.
 */
@Meaning("RMSprop; weight decay as an L2 penalty inside the rescaled gradient")
public record Rmsprop(
    @Meaning("η, a number or a schedule, > 0 at first") @Default("0.01") Schedule learningRate,
    @Meaning("decay α of the means per update, in [0, 1)") @Default("0.99") double decay,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon,
    @Meaning("decay μ of the sum of quotients per update, in [0, 1)") @Default("0") double momentum,
    @Meaning("the deviation from the mean gradient in place of its root mean square")
        @Default("false")
        boolean centred,
    @Meaning("λ of the L2 penalty, >= 0") @Default("0") double weightDecay,
    @Meaning("blocks that decay: all or weights") @Default("all") DecayOn decayOn)
    implements Recipe {

  /** Checks the ranges. */
  public Rmsprop {
    Checks checks = new Checks();
    Descend.check(checks, learningRate);
    ScaleByRootMeanSquare.check(checks, decay, epsilon);
    ScaleByMomentum.check(checks, momentum);
    AddDecayedWeights.check(checks, weightDecay);
    checks.done();
  }

  @Override
  public Chain chain() {
    List<UpdateRule> links = new ArrayList<>();
    links.add(new AddDecayedWeights(weightDecay, decayOn));
    links.add(new ScaleByRootMeanSquare(decay, epsilon, centred));
    if (momentum > 0) {
      links.add(new ScaleByMomentum(momentum, false));
    }
    links.add(new Descend(learningRate));
    return new Chain(links);
  }
}

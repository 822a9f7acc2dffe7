package org.dynlab.optim.wand;

import java.util.List;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.state.Slot;

/** Velocities and histogram of one run. */
record WandState(Wand rule, Velocity velocity, EntropyHistogram histogram) implements RuleState {
  static final String VELOCITY = "wand.velocity";
  static final String ENTROPY = "wand.entropy";

  /** Losses below it count as this one. */
  static final double LEAST_LOSS = 1e-13;

  @Override
  public void rewrite(double[] update, StepInput step) {
    double loss = step.loss();
    double x = StrictMath.log(Math.max(loss, LEAST_LOSS));
    double push = capped(push(loss, x, step.number()), update);
    velocity.step(update, push, rule.temperature().at(step.number()), step.number());
    histogram.add(rule.wangLandau().increment(step.number()), x);
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot(VELOCITY, velocity.values()), new Slot(ENTROPY, histogram.values()));
  }

  /** The factor of the gradient in aΔt. */
  private double push(double loss, double x, long number) {
    if (loss < LEAST_LOSS) {
      return 0;
    }
    double slope = histogram.slope(x) + rule.biasSlope(x, number);
    double force = rule.logLoss() ? slope / loss : slope;
    return -force * rule.timeStep();
  }

  private double capped(double push, double[] gradient) {
    if (rule.forceCap().isEmpty()) {
      return push;
    }
    double cap = rule.forceCap().get();
    double size = Math.abs(push) * rootMeanSquare(gradient);
    return size > cap ? push * (cap / size) : push;
  }

  /** Divided by the largest first, so that squares cannot overflow; NaN if an entry is. */
  private static double rootMeanSquare(double[] gradient) {
    double largest = 0;
    for (double g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    for (double g : gradient) {
      sum += (g / largest) * (g / largest);
    }
    return largest * Math.sqrt(sum / gradient.length);
  }
}

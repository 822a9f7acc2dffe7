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
 * Divides the gradient by the root of a decaying mean of squares (Tieleman and Hinton 2012,
 * Coursera lecture 6.5), as PyTorch's {@code RMSprop} without momentum: v ← αv + (1-α)g², update =
 * g / (√v + ε), without a bias correction, v = 0 at the start.
 *
 * <p>{@code centred} takes the variance in place of the mean square, √(v - m²) with m ← αm + (1-α)g
 * (Graves 2013, arXiv:1308.0850, eq. 38 to 45). Where rounding makes it negative it counts as 0;
 * PyTorch has NaN there. State: v, slot {@code rmsprop.mean_square}, and m, slot {@code
 * rmsprop.mean}.
 */
@Meaning("the gradient over its root mean square, not bias-corrected")
public record ScaleByRootMeanSquare(
    @Meaning("decay α of the means per update, in [0, 1)") @Default("0.99") double decay,
    @Meaning("ε, added to the root, > 0") @Default("1.0e-8") double epsilon,
    @Meaning("the deviation from the mean gradient in place of its root mean square")
        @Default("false")
        boolean centred)
    implements UpdateRule {

  /** Checks the ranges. */
  public ScaleByRootMeanSquare {
    Checks checks = new Checks();
    check(checks, decay, epsilon);
    checks.done();
  }

  static void check(Checks checks, double decay, double epsilon) {
    checks.halfOpen("decay", decay, 0, 1).positive("epsilon", epsilon);
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Slot squares = new Slot("rmsprop.mean_square", new double[layout.size()]);
    if (centred) {
      return new Centred(this, new Slot("rmsprop.mean", new double[layout.size()]), squares);
    }
    return new Plain(this, squares);
  }

  private record Plain(ScaleByRootMeanSquare rule, Slot squares) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      double[] v = squares.values();
      double decay = rule.decay;
      double epsilon = rule.epsilon;
      for (int i = 0; i < update.length; i++) {
        double g = update[i];
        double square = Subnormals.flush(decay * v[i] + (1 - decay) * g * g);
        v[i] = square;
        update[i] = g / (Math.sqrt(square) + epsilon);
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(squares);
    }
  }

  private record Centred(ScaleByRootMeanSquare rule, Slot means, Slot squares)
      implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      double[] m = means.values();
      double[] v = squares.values();
      double decay = rule.decay;
      double epsilon = rule.epsilon;
      for (int i = 0; i < update.length; i++) {
        double g = update[i];
        double square = Subnormals.flush(decay * v[i] + (1 - decay) * g * g);
        double mean = Subnormals.flush(decay * m[i] + (1 - decay) * g);
        v[i] = square;
        m[i] = mean;
        update[i] = g / (Math.sqrt(Math.max(0, square - mean * mean)) + epsilon);
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(means, squares);
    }
  }
}

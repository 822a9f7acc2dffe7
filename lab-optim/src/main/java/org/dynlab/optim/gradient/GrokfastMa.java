package org.dynlab.optim.gradient;

import java.util.Arrays;
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
import org.dynlab.store.problem.UserError;

/**
 * Amplifies the slow part of the gradient by a moving average (Lee et al. 2024, arXiv:2405.20233,
 * algorithm 1): g ← g + λ · mean of the last w gradients, the present one among them; first in a
 * chain, before an optimizer.
 *
 * <p>As in the authors' code (ironjr/grokfast, {@code gradfilter_ma}) nothing is added before w
 * gradients have been seen; with {@code fromStart} the mean of those seen so far is (there: {@code
 * warmup=False}). With λ = 0 the gradient is left alone.
 *
 * <p>State: w gradients, slot {@code grokfast.window}, their sum, {@code grokfast.sum}, and the sum
 * of those since the window last began anew, {@code grokfast.recent}, which replaces the sum every
 * w updates so that rounding does not pile up. Memory, and size of a checkpoint: (w + 2) numbers
 * per parameter. Cost per update: that of four additions per parameter, whatever w is.
 */
@Meaning("adds lambda times the mean of the last gradients to the gradient")
public record GrokfastMa(
    @Meaning("number w of gradients in the mean, >= 1") @Default("100") int window,
    @Meaning("weight λ of the mean, >= 0") @Default("5") double lambda,
    @Meaning("add the mean before the window is full") @Default("false") boolean fromStart)
    implements UpdateRule {

  /** Checks the ranges. */
  public GrokfastMa {
    new Checks()
        .that(window >= 1, "window", "must be >= 1", window)
        .nonNegative("lambda", lambda)
        .done();
  }

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    int size = layout.size();
    if ((long) window * size > Integer.MAX_VALUE - 8) {
      throw new UserError(
          "optimizer",
          "must fit into memory: window times parameters below 2^31",
          window + " times " + size,
          "a shorter window, or grokfastEma");
    }
    return new State(
        this,
        new Slot("grokfast.window", new double[window * size]),
        new Slot("grokfast.sum", new double[size]),
        new Slot("grokfast.recent", new double[size]));
  }

  private record State(GrokfastMa rule, Slot window, Slot sum, Slot recent) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      int place = (int) ((step.number() - 1) % rule.window);
      take(update, place * update.length);
      long seen = Math.min(step.number(), rule.window);
      if (seen == rule.window || rule.fromStart) {
        add(update, rule.lambda / seen);
      }
      if (place == rule.window - 1) {
        System.arraycopy(recent.values(), 0, sum.values(), 0, update.length);
        Arrays.fill(recent.values(), 0);
      }
    }

    private void take(double[] gradient, int offset) {
      double[] total = sum.values();
      double[] young = recent.values();
      double[] kept = window.values();
      for (int i = 0; i < gradient.length; i++) {
        total[i] += gradient[i] - kept[offset + i];
        young[i] += gradient[i];
      }
      System.arraycopy(gradient, 0, kept, offset, gradient.length);
    }

    private void add(double[] update, double factor) {
      double[] total = sum.values();
      for (int i = 0; i < update.length; i++) {
        update[i] += factor * total[i];
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(window, sum, recent);
    }
  }
}

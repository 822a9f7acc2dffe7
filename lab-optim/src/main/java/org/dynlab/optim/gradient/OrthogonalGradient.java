package org.dynlab.optim.gradient;

import java.util.List;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Removes from the gradient what points along the parameters, block by block (⊥Grad, Prieto et al.
 * 2025, arXiv:2501.04697, eq. 10): g⊥ = g - (w·g / (w·w + 10⁻³⁰)) w, then lengthened to ‖g‖ as in
 * the authors' code. First in a chain, before an optimizer: neither the loss's wish to scale all
 * weights up nor anything else changes the norm of a block to first order.
 *
 * <p>Every block is a tensor of its own, biases too. Edges: a block of zeros leaves its gradient
 * alone; where g is parallel to w up to rounding (‖g⊥‖ ≤ 10⁻¹² ‖g‖: blocks of one entry always are)
 * what remains has no direction and the block's update is 0, while the authors' code blows rounding
 * up to ‖g‖.
 */
@Meaning("takes out of the gradient what points along the parameters, block by block")
public record OrthogonalGradient() implements UpdateRule {
  private static final double GUARD = 1e-30;
  private static final double PARALLEL = 1e-12;

  @Override
  public Stage stage() {
    return Stage.DIRECTION;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(layout.blocks());
  }

  private record State(List<ParameterBlock> blocks) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      for (ParameterBlock block : blocks) {
        project(update, step.parameters(), block);
      }
    }

    private static void project(double[] g, double[] w, ParameterBlock block) {
      int from = block.offset();
      int to = block.end();
      double length = Math.sqrt(dot(g, g, from, to));
      double share = dot(w, g, from, to) / (dot(w, w, from, to) + GUARD);
      for (int i = from; i < to; i++) {
        g[i] -= share * w[i];
      }
      double left = Math.sqrt(dot(g, g, from, to));
      double factor = left <= PARALLEL * length ? 0 : length / left;
      for (int i = from; i < to; i++) {
        g[i] *= factor;
      }
    }

    private static double dot(double[] a, double[] b, int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }
}

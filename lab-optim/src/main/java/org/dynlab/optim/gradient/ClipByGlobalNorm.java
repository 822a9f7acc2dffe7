package org.dynlab.optim.gradient;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Stage;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;

/**
 * Shortens an update whose Euclidean norm n over all parameters is too large: g ← g · min(1,
 * maxNorm / (n + 10⁻⁶)), usually first in a chain, where it clips the gradient (Pascanu, Mikolov
 * and Bengio 2013, arXiv:1211.5063).
 *
 * <p>The 10⁻⁶ is PyTorch's {@code clip_grad_norm_}, which is followed here; the paper has none. Its
 * price: what leaves is a little shorter than maxNorm, so clipping once more changes up to a
 * 10⁻⁶/maxNorm-th of it. An update with a NaN becomes NaN throughout, as in PyTorch.
 */
@Meaning("shortens an update that is longer than maxNorm")
public record ClipByGlobalNorm(@Meaning("largest Euclidean norm, > 0") double maxNorm)
    implements UpdateRule {

  private static final double GUARD = 1e-6;

  /** Checks the range. */
  public ClipByGlobalNorm {
    new Checks().positive("maxNorm", maxNorm).done();
  }

  @Override
  public Stage stage() {
    return Stage.ANYWHERE;
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return this::clip;
  }

  private void clip(double[] update, StepInput step) {
    double factor = Math.min(1, maxNorm / (EuclideanNorm.of(update) + GUARD));
    for (int i = 0; i < update.length; i++) {
      update[i] *= factor;
    }
  }
}

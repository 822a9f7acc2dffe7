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
 * Moves every entry of the update into [-limit, limit], as PyTorch's {@code clip_grad_value_};
 * usually first in a chain. Unlike {@link ClipByGlobalNorm} it turns the update. NaN stays NaN.
 */
@Meaning("moves every entry of the update into +-limit")
public record ClipByValue(@Meaning("largest size of an entry, > 0") double limit)
    implements UpdateRule {

  /** Checks the range. */
  public ClipByValue {
    new Checks().positive("limit", limit).done();
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
    for (int i = 0; i < update.length; i++) {
      update[i] = Math.max(-limit, Math.min(limit, update[i]));
    }
  }
}

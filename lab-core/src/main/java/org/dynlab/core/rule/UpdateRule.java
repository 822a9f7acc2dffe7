package org.dynlab.core.rule;

import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;

/**
 * A description of how parameters move: an immutable record, the YAML entry and the thing at once.
 *
 * <p>Rules compose: a {@link Chain} hands the gradient to its first link and what each link makes
 * of it to the next; what leaves the last link is <em>added</em> to the parameters.
 */
public interface UpdateRule {

  /** Fresh working state for one run over parameters of that layout. */
  RuleState begin(ParameterLayout layout, SeedTree seeds);

  /** Where in a chain it belongs. */
  default Stage stage() {
    return Stage.STEP;
  }

  /** What it asks of the training around it; checked before anything is trained. */
  default Needs needs() {
    return Needs.NOTHING;
  }
}

package org.dynlab.optim.descent;

import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;

/** An optimizer known by a name: a chain of links with its usual numbers. */
public interface Recipe extends UpdateRule {

  /** The links it stands for. */
  Chain chain();

  @Override
  default RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return chain().begin(layout, seeds);
  }
}

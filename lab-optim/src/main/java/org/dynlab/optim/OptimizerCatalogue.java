package org.dynlab.optim;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.descent.DescentRules;
import org.dynlab.optim.gradient.GradientRules;
import org.dynlab.optim.langevin.LangevinRules;
import org.dynlab.optim.linesearch.LineSearchRules;
import org.dynlab.optim.wand.WandRules;

/** The update rules under the names that {@code optimizer: [{kind: ...}]} uses, room by room. */
public final class OptimizerCatalogue {

  private OptimizerCatalogue() {}

  /** All rules, in listing order. */
  public static Catalogue<UpdateRule> catalogue() {
    List<Member<UpdateRule>> members = new ArrayList<>();
    members.addAll(DescentRules.members());
    members.addAll(GradientRules.members());
    members.addAll(LineSearchRules.members());
    members.addAll(LangevinRules.members());
    members.addAll(WandRules.members());
    return new Catalogue<>("optimizer", UpdateRule.class, members);
  }
}

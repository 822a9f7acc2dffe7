package org.dynlab.optim.linesearch;

import java.util.List;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;

/** The rules of this room under the names that {@code optimizer: [{kind: ...}]} uses. */
public final class LineSearchRules {

  private LineSearchRules() {}

  /** In listing order. */
  public static List<Member<UpdateRule>> members() {
    return List.of(new Member<>("lbfgs", Lbfgs.class));
  }
}

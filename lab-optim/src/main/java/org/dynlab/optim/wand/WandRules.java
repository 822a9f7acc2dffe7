package org.dynlab.optim.wand;

import java.util.List;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;

/** The rules of this room under the names that {@code optimizer: [{kind: ...}]} uses. */
public final class WandRules {

  private WandRules() {}

  /** In listing order. */
  public static List<Member<UpdateRule>> members() {
    return List.of(new Member<>("wand", Wand.class), new Member<>("wandAdamW", WandAdamW.class));
  }
}

package org.dynlab.optim.gradient;

import java.util.List;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;

/** The rules of this room under the names that {@code optimizer: [{kind: ...}]} uses. */
public final class GradientRules {

  private GradientRules() {}

  /** In listing order. */
  public static List<Member<UpdateRule>> members() {
    return List.of(
        new Member<>("clipByGlobalNorm", ClipByGlobalNorm.class),
        new Member<>("clipByValue", ClipByValue.class),
        new Member<>("fixedNorm", FixedNorm.class),
        new Member<>("grokfastMa", GrokfastMa.class),
        new Member<>("grokfastEma", GrokfastEma.class),
        new Member<>("orthogonalGradient", OrthogonalGradient.class),
        new Member<>("equalisedGradient", EqualisedGradient.class),
        new Member<>("normaliseGradient", NormaliseGradient.class),
        new Member<>("orthogonaliseUpdate", OrthogonaliseUpdate.class),
        new Member<>("muon", Muon.class));
  }
}

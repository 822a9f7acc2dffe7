package org.dynlab.optim.langevin;

import java.util.List;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;

/** The rules of this room under the names that {@code optimizer: [{kind: ...}]} uses. */
public final class LangevinRules {

  private LangevinRules() {}

  /** Samplers first, then the links that only add noise. */
  public static List<Member<UpdateRule>> members() {
    return List.of(
        new Member<>("sgld", Sgld.class),
        new Member<>("psgld", Psgld.class),
        new Member<>("sghmc", Sghmc.class),
        new Member<>("sgnht", Sgnht.class),
        new Member<>("underdampedLangevin", UnderdampedLangevin.class),
        new Member<>("contourSgld", ContourSgld.class),
        new Member<>("annealedGradientNoise", AnnealedGradientNoise.class),
        new Member<>("updateNoise", UpdateNoise.class),
        new Member<>("weightNoise", WeightNoise.class));
  }
}

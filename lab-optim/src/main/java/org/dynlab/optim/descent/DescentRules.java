package org.dynlab.optim.descent;

import java.util.List;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;

/** The rules of this room under the names that {@code optimizer: [{kind: ...}]} uses. */
public final class DescentRules {

  private DescentRules() {}

  /** Named optimizers first, then the links they are made of. */
  public static List<Member<UpdateRule>> members() {
    return List.of(
        new Member<>("sgd", Sgd.class),
        new Member<>("momentum", Momentum.class),
        new Member<>("adam", Adam.class),
        new Member<>("adamw", AdamW.class),
        new Member<>("nesterovAdam", NesterovAdam.class),
        new Member<>("rmsprop", Rmsprop.class),
        new Member<>("lion", Lion.class),
        new Member<>("scaleByAdam", ScaleByAdam.class),
        new Member<>("scaleByNesterovAdam", ScaleByNesterovAdam.class),
        new Member<>("scaleByRootMeanSquare", ScaleByRootMeanSquare.class),
        new Member<>("scaleByLion", ScaleByLion.class),
        new Member<>("addDecayedWeights", AddDecayedWeights.class),
        new Member<>("scaleByMomentum", ScaleByMomentum.class),
        new Member<>("descend", Descend.class));
  }
}

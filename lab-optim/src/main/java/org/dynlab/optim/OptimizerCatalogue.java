package org.dynlab.optim;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.rule.UpdateRule;

/** The update rules under the names that {@code optimizer: [{kind: ...}]} uses. */
public final class OptimizerCatalogue {

  private OptimizerCatalogue() {}

  /** Named optimizers first, then the links they are made of. */
  public static Catalogue<UpdateRule> catalogue() {
    return new Catalogue<>(
        "optimizer",
        UpdateRule.class,
        List.of(
            new Member<>("sgd", Sgd.class),
            new Member<>("momentum", Momentum.class),
            new Member<>("adam", Adam.class),
            new Member<>("adamw", AdamW.class),
            new Member<>("scaleByAdam", ScaleByAdam.class),
            new Member<>("addDecayedWeights", AddDecayedWeights.class),
            new Member<>("scaleByMomentum", ScaleByMomentum.class),
            new Member<>("descend", Descend.class),
            new Member<>("clipByGlobalNorm", ClipByGlobalNorm.class),
            new Member<>("clipByValue", ClipByValue.class),
            new Member<>("fixedNorm", FixedNorm.class)));
  }
}

package org.dynlab.core.model;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;

/** The models an experiment can name. */
public final class ModelCatalogue {

  private ModelCatalogue() {}

  /** All of them. */
  public static Catalogue<Model> catalogue() {
    return new Catalogue<>(
        "model",
        Model.class,
        List.of(
            new Member<>("mlp", Mlp.class),
            new Member<>("transformer", Transformer.class),
            new Member<>("lenet", Lenet.class)));
  }
}

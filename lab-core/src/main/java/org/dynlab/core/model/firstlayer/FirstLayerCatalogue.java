package org.dynlab.core.model.firstlayer;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;

/** The beginnings of a first layer that a model can name. */
public final class FirstLayerCatalogue {

  private FirstLayerCatalogue() {}

  /** All of them. */
  public static Catalogue<FirstLayer> catalogue() {
    return new Catalogue<>(
        "firstLayer",
        FirstLayer.class,
        List.of(
            new Member<>("deterministic", Deterministic.class),
            new Member<>("uniformDensity", UniformDensity.class),
            new Member<>("structured", Structured.class)));
  }
}

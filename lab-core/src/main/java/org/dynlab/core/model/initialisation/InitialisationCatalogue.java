package org.dynlab.core.model.initialisation;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;

/** The initialisations a model can name. */
public final class InitialisationCatalogue {

  private InitialisationCatalogue() {}

  /** All of them. */
  public static Catalogue<Initialisation> catalogue() {
    return new Catalogue<>(
        "initialisation",
        Initialisation.class,
        List.of(
            new Member<>("torchDefault", TorchDefault.class),
            new Member<>("xavierUniform", XavierUniform.class),
            new Member<>("xavierNormal", XavierNormal.class),
            new Member<>("he", He.class),
            new Member<>("normal", Normal.class)));
  }
}

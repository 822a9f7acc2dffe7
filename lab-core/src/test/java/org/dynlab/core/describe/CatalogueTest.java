package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.describe.Catalogue.Scalar;
import org.dynlab.core.describe.Garden.Moss;
import org.dynlab.core.describe.Garden.Plant;
import org.dynlab.core.describe.Garden.Rose;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void kindsAndRecordsFindEachOther() {
    Catalogue<Plant> plants = Garden.PLANTS;
    assertThat(plants.kinds()).containsExactly("rose", "moss");
    assertThat(plants.find("moss")).contains(Moss.class);
    assertThat(plants.find("oak")).isEmpty();
    assertThat(plants.kindOf(Rose.class)).isEqualTo("rose");
    assertThat(plants.lists(Rose.class)).isTrue();
    assertThat(plants.lists(String.class)).isFalse();
    assertThat(plants.scalar()).isEmpty();
    assertThat(Garden.WATERS.scalar()).contains(new Scalar("steady", "amount"));
  }

  @Test
  void aKindListedTwiceOrAScalarOfNoMemberIsRefused() {
    Member<Plant> moss = new Member<>("moss", Moss.class);
    assertThatThrownBy(() -> new Catalogue<>("plant", Plant.class, List.of(moss, moss)))
        .hasMessage("plant moss is listed twice");
    assertThatThrownBy(
            () -> new Catalogue<>("plant", Plant.class, List.of(moss), new Scalar("oak", "height")))
        .hasMessage("oak is not a listed plant");
    assertThatThrownBy(
            () ->
                new Catalogue<>("plant", Plant.class, List.of(moss), new Scalar("moss", "height")))
        .hasMessage("plant moss has no component height");
  }
}

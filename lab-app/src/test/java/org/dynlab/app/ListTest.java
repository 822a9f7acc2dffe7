package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.describe.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTest {
  private final RecordingConsole console = new RecordingConsole();

  @ParameterizedTest
  @CsvSource({
    "tasks, modularArithmetic",
    "models, mlp",
    "optimizers, adamw",
    "schedules, cosine",
    "probes, epsilonRank",
    "initialisations, torchDefault",
    "firstLayers, uniformDensity"
  })
  void everyFamilyIsListedAlone(String family, String member) {
    assertThat(console.call("list", family)).isEqualTo(0);
    assertThat(console.out()).startsWith(family + "\n").contains("\n  " + member + ": ");
    assertThat(console.out().lines().filter(line -> line.matches("[a-zA-Z]+"))).hasSize(1);
  }

  @Test
  void withoutAFamilyEveryMemberIsListedWithKeysDefaultsAndMeanings() {
    assertThat(console.call("list")).isEqualTo(0);
    for (Catalogue<?> catalogue : Vocabulary.catalogues()) {
      for (String kind : catalogue.kinds()) {
        assertThat(console.out()).containsPattern("\n  " + kind + ": \\S");
      }
    }
    assertThat(console.out())
        .contains("modulus        97       whole number")
        .contains("tokens | oneHot")
        .contains("list: number");
  }
}

package org.dynlab.app.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dynlab.app.TinyExperiment;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentFile;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardProbeTest {
  @TempDir private Path folder;
  private final ExperimentLanguage language = Vocabulary.language();

  private Expansion expand(String replaced, String by) throws IOException {
    Path yaml = TinyExperiment.in(folder, replaced, by);
    return StandardProbe.expand(ExperimentFile.read(yaml, List.of()), language);
  }

  private static List<String> probes(Expansion expansion, int run) {
    return expansion.runs().get(run).spec().path("probes").findValuesAsText("kind");
  }

  @Test
  void lossAndAccuracyComeFirst() throws IOException {
    Expansion expansion = expand("", "");
    assertThat(probes(expansion, 0)).containsExactly("lossAndAccuracy", "weightStatistics");
    assertThat(expansion.resolved())
        .contains("{kind: lossAndAccuracy, sets: [train, eval], every: 1}");
  }

  @Test
  void theyAreThereWithoutAnyProbes() throws IOException {
    Expansion expansion = expand("probes:\n  - {kind: weightStatistics, every: 5}\n", "");
    assertThat(probes(expansion, 1)).containsExactly("lossAndAccuracy");
  }

  @Test
  void whatIsListedStaysAsItIs() throws IOException {
    Expansion expansion =
        expand("every: 5}", "every: 5}\n  - {kind: lossAndAccuracy, logSpaced: 10}");
    assertThat(probes(expansion, 0)).containsExactly("weightStatistics", "lossAndAccuracy");
  }

  @Test
  void aGridOfProbesGetsThemInEveryValue() throws IOException {
    Expansion expansion =
        expand(
            "{seeds: 2}", "{over: {probes: [[], [{kind: gradientNorms}, {kind: epsilonRank}]]}}");
    assertThat(probes(expansion, 0)).containsExactly("lossAndAccuracy");
    assertThat(probes(expansion, 1))
        .containsExactly("lossAndAccuracy", "gradientNorms", "epsilonRank");
  }

  @Test
  void aGridIntoTheListStillMeansTheSameProbe() throws IOException {
    Expansion expansion = expand("{seeds: 2}", "{over: {\"probes[0].every\": [1, 2]}}");
    assertThat(probes(expansion, 1)).containsExactly("weightStatistics", "lossAndAccuracy");
    assertThat(expansion.runs().get(1).spec().at("/probes/0/every").asInt()).isEqualTo(2);
  }

  @Test
  void problemsAreNumberedAsTheUserDoes() {
    assertThatThrownBy(() -> expand("every: 5", "every: -1"))
        .hasMessageContaining("probes[0].every: must be >= 1, got -1");
  }
}

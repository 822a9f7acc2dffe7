package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.app.estimate.PlanText;
import org.dynlab.app.verb.RunVerb;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.experiment.Expansion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration that is shipped can be read and planned. */
class ShippedConfigurationsTest {

  static List<Path> configurations() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "configs"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void itIsReadAndPlanned(Path file) {
    Expansion expansion = RunVerb.expansion(file, List.of(), Vocabulary.language());
    assertThat(PlanText.of("a", expansion.runs(), expansion.runs())).contains("000");
  }
}

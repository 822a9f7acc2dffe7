package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    RecordingConsole console = new RecordingConsole();
    assertThat(console.call("run", file.toString(), "--dry-run")).as(console.err()).isZero();
    assertThat(console.out()).contains("000");
  }
}

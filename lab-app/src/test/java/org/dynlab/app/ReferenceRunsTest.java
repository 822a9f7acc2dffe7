package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped configurations must show what they claim. */
@Tag("slow")
class ReferenceRunsTest {
  private static final Path CONFIGS = Path.of("..", "configs");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "grokking.yaml, 3",
    "staircase-function.yaml, 7",
    "staircase-poisson.yaml, 6",
    "remedies.yaml, 6",
    "reference/quadratic-mlp.yaml, 4",
    "reference/quadratic-mlp-label-noise.yaml, 2",
    "reference/sparse-parity.yaml, 3",
    "reference/transformer-fixed-norm.yaml, 4",
    "reference/transformer-omnigrok.yaml, 4",
    "reference/deterministic-init.yaml, 7",
    "reference/poisson1d.yaml, 2",
    "reference/poisson2d-udi.yaml, 9"
  })
  void everyClaimOfAShippedConfigurationPasses(String config, int claims) {
    assertEveryClaimPasses(config, claims);
  }

  /** Those that take minutes, with as many seeds as do not. */
  @ParameterizedTest
  @CsvSource({
    "information-plane.yaml, 7, 4",
    "double-descent.yaml, 4, 3",
    "reference/heat.yaml, 2, 2",
    "reference/transformer-addition.yaml, 3, 2",
    "reference/function-fit.yaml, 14, 2",
    "reference/burgers.yaml, 3, 2"
  })
  void everyClaimOfALongConfigurationPasses(String config, int claims, int seeds) {
    assertEveryClaimPasses(config, claims, "--set", "sweep.seeds=" + seeds);
  }

  /** Fifteen arms; what is claimed is already to be seen at half of the ten seeds. */
  @Test
  void everyClaimAboutNoisePasses() {
    assertEveryClaimPasses("adam-vs-wand.yaml", 10, "--set", "sweep.seeds=5");
  }

  private void assertEveryClaimPasses(String config, int claims, String... more) {
    String[] call = {"run", CONFIGS.resolve(config).toString(), "--out", folder.toString()};
    RecordingConsole console = new RecordingConsole();
    int exit = console.call(Stream.concat(Stream.of(call), Stream.of(more)).toArray(String[]::new));
    assertThat(console.err()).doesNotContain("failed");
    assertThat(console.out().lines().filter(line -> line.startsWith("PASS"))).hasSize(claims);
    assertThat(exit).isZero();
  }
}

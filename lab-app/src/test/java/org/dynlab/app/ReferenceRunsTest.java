package org.dynlab.app;

import static org.dynlab.app.ShippedRun.assertEveryClaimPasses;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped configurations must show what they claim. */
@Tag("slow")
class ReferenceRunsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grokking.yaml",
        "staircase-function.yaml",
        "staircase-poisson.yaml",
        "remedies.yaml",
        "reference/quadratic-mlp.yaml",
        "reference/quadratic-mlp-label-noise.yaml",
        "reference/sparse-parity.yaml",
        "reference/transformer-fixed-norm.yaml",
        "reference/transformer-omnigrok.yaml",
        "reference/deterministic-init.yaml",
        "reference/poisson1d.yaml",
        "reference/poisson2d-udi.yaml"
      })
  void everyClaimOfAShippedConfigurationPasses(String config) {
    assertEveryClaimPasses(config, folder);
  }

  /** Those that take minutes, with as many seeds as do not. */
  @ParameterizedTest
  @CsvSource({
    "information-plane.yaml, 3",
    "double-descent.yaml, 2",
    "reference/heat.yaml, 2",
    "reference/transformer-addition.yaml, 2",
    "reference/function-fit.yaml, 2",
    "reference/burgers.yaml, 2"
  })
  void everyClaimOfALongConfigurationPasses(String config, int seeds) {
    assertEveryClaimPasses(config, folder, "--set", "sweep.seeds=" + seeds);
  }

  /** Fifteen arms; what is claimed is already to be seen at three of the ten seeds. */
  @Test
  void everyClaimAboutNoisePasses() {
    assertEveryClaimPasses("adam-vs-wand.yaml", folder, "--set", "sweep.seeds=3");
  }
}

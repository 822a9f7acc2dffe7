package org.dynlab.app;

import static org.dynlab.app.ShippedRun.assertEveryClaimPasses;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped configurations must show what they claim; see {@link LongReferenceRunsTest} too. */
@Tag("slow")
class ReferenceRunsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grokking.yaml",
        "staircase-function.yaml",
        "staircase-poisson.yaml",
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
}

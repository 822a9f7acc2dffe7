package org.dynlab.app;

import static org.dynlab.app.ShippedRun.assertEveryClaimPasses;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shipped configurations that take minutes must show what they claim, with as many seeds as do not.
 */
@Tag("slow")
class LongReferenceRunsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "information-plane.yaml, 3",
    "double-descent.yaml, 2",
    "remedies.yaml, 3",
    "reference/heat.yaml, 2",
    "reference/transformer-addition.yaml, 2",
    "reference/function-fit.yaml, 2",
    "reference/burgers.yaml, 2"
  })
  void everyClaimOfAShippedConfigurationPasses(String config, int seeds) {
    assertEveryClaimPasses(config, folder, "--set", "sweep.seeds=" + seeds);
  }

  /** Fifteen arms; what is claimed is already to be seen at three of the ten seeds. */
  @Test
  void everyClaimAboutNoisePasses() {
    assertEveryClaimPasses("adam-vs-wand.yaml", folder, "--set", "sweep.seeds=3");
  }
}

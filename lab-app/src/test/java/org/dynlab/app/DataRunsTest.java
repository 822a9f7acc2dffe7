package org.dynlab.app;

import static org.dynlab.app.ShippedRun.assertEveryClaimPasses;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.dynlab.tasks.files.DataFolders;
import org.dynlab.tasks.images.MnistFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped configurations of tasks that read or draw data must show what they claim. */
@Tag("slow")
class DataRunsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tasks/csv.yaml", "tasks/digits.yaml"})
  void everyClaimPasses(String config) {
    assertEveryClaimPasses(config, folder);
  }

  @Test
  void everyClaimAboutMnistPasses() {
    assumeTrue(mnist().isPresent(), "the MNIST files are not on this machine");
    assertEveryClaimPasses("tasks/mnist.yaml", folder);
  }

  /** A seed takes half a minute; there are five in the file. */
  @Test
  void everyClaimAboutAReferenceOnMnistPasses() {
    assumeTrue(mnist().isPresent(), "the MNIST files are not on this machine");
    assertEveryClaimPasses("reference/mnist-mlp.yaml", folder, "--set", "sweep.seeds=2");
  }

  private static Optional<Path> mnist() {
    return DataFolders.ofThisProcess().roots().stream()
        .map(root -> root.resolve(MnistFile.FOLDER))
        .filter(set -> MnistFile.TRAIN_IMAGES.in(set).isPresent())
        .findFirst();
  }
}

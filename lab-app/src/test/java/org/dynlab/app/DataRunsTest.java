package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.dynlab.tasks.files.DataFolders;
import org.dynlab.tasks.images.MnistFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped configurations of tasks that read or draw data must show what they claim. */
@Tag("slow")
class DataRunsTest {
  private static final Path CONFIGS = Path.of("..", "configs");

  @TempDir private Path folder;

  private void assertEveryClaimPasses(String config) {
    RecordingConsole console = new RecordingConsole();
    int exit = console.call("run", CONFIGS.resolve(config).toString(), "--out", folder.toString());
    assertThat(console.err()).doesNotContain("failed");
    assertThat(console.out()).contains("PASS").doesNotContain("FAIL");
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasks/csv.yaml", "tasks/digits.yaml"})
  void everyClaimPasses(String config) {
    assertEveryClaimPasses(config);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasks/mnist.yaml", "reference/mnist-mlp.yaml"})
  void everyClaimAboutMnistPasses(String config) {
    assumeTrue(mnist().isPresent(), "the MNIST files are not on this machine");
    assertEveryClaimPasses(config);
  }

  private static Optional<Path> mnist() {
    return DataFolders.ofThisProcess().roots().stream()
        .map(root -> root.resolve(MnistFile.FOLDER))
        .filter(set -> MnistFile.TRAIN_IMAGES.in(set).isPresent())
        .findFirst();
  }
}

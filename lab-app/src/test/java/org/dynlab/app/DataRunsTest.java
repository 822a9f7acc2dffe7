package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
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
  private static final Path CONFIGS = Path.of("..", "configs");

  @TempDir private Path folder;

  private void assertEveryClaimPasses(String config, String... more) {
    String[] call = {"run", CONFIGS.resolve(config).toString(), "--out", folder.toString()};
    RecordingConsole console = new RecordingConsole();
    int exit = console.call(Stream.concat(Stream.of(call), Stream.of(more)).toArray(String[]::new));
    assertThat(console.err()).doesNotContain("failed");
    assertThat(console.out()).contains("PASS").doesNotContain("FAIL");
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasks/csv.yaml", "tasks/digits.yaml"})
  void everyClaimPasses(String config) {
    assertEveryClaimPasses(config);
  }

  @Test
  void everyClaimAboutMnistPasses() {
    assumeTrue(mnist().isPresent(), "the MNIST files are not on this machine");
    assertEveryClaimPasses("tasks/mnist.yaml");
  }

  /** A seed takes half a minute; there are five in the file. */
  @Test
  void everyClaimAboutAReferenceOnMnistPasses() {
    assumeTrue(mnist().isPresent(), "the MNIST files are not on this machine");
    assertEveryClaimPasses("reference/mnist-mlp.yaml", "--set", "sweep.seeds=2");
  }

  private static Optional<Path> mnist() {
    return DataFolders.ofThisProcess().roots().stream()
        .map(root -> root.resolve(MnistFile.FOLDER))
        .filter(set -> MnistFile.TRAIN_IMAGES.in(set).isPresent())
        .findFirst();
  }
}

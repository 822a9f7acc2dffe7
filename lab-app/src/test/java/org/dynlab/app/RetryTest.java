package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs of earlier calls are done once more. */
class RetryTest {
  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();
  private Path config;

  @BeforeEach
  void aFinishedSweepWhoseRunsAreCalledFailedAndDiverged() throws IOException {
    config = TinyExperiment.in(folder, "seeds: 2", "seeds: 3");
    assertThat(call()).isZero();
    pretend(0, "failed");
    pretend(1, "diverged");
  }

  private int call(String... more) {
    Stream<String> args =
        Stream.of(
            "run", config.toString(), "--jobs", "1", "--out", folder.resolve("runs").toString());
    return console.call(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
  }

  private Path run(int index) {
    ExperimentDirectory tiny = ExperimentDirectory.open(folder.resolve("runs/tiny"));
    return tiny.folder(tiny.planned().get(index));
  }

  private void pretend(int index, String outcome) throws IOException {
    Path manifest = run(index).resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"completed\"", '"' + outcome + '"'));
  }

  private List<String> outcomes() {
    return Stream.of(0, 1, 2)
        .map(index -> RunDirectory.open(run(index)).manifest().ending().outcome().toString())
        .toList();
  }

  private Path aside(int index) {
    return run(index).resolveSibling(run(index).getFileName() + ".attempt-1");
  }

  @Test
  void failedOnesAreUnlessNothingIsAndDivergedOnesOnRequest() throws IOException {
    assertThat(call("--retry", "none")).isEqualTo(1);
    assertThat(outcomes()).containsExactly("FAILED", "DIVERGED", "COMPLETED");

    assertThat(call()).isZero();
    assertThat(outcomes()).containsExactly("COMPLETED", "DIVERGED", "COMPLETED");
    assertThat(aside(1)).doesNotExist();

    pretend(0, "failed");
    assertThat(call("--retry", "diverged")).isZero();
    assertThat(outcomes()).containsOnly("COMPLETED");
    assertThat(RunDirectory.open(aside(1)).manifest().ending().outcome()).hasToString("DIVERGED");
  }

  /** The only checkpoint that is there says that the run was over. */
  @Test
  void aRunWithoutACheckpointThatFitsBeginsAgainAndLosesNothing() throws IOException {
    Path metrics = run(0).resolve("metrics.csv");
    byte[] before = Files.readAllBytes(metrics);
    assertThat(call()).isZero();
    assertThat(console.err())
        .contains(
            "run 000, seed 0: begins again: no checkpoint can be used; the earlier attempt is in "
                + aside(0).getFileName());
    assertThat(metrics).hasBinaryContent(before);
    assertThat(aside(0).resolve("metrics.csv")).hasBinaryContent(before);
  }

  @Test
  void whatCannotBeIsSaidBeforeAnythingIsDone() {
    assertThat(call("--max-failures", "0")).isEqualTo(2);
    assertThat(console.err()).isEqualTo("--max-failures: must be >= 1, got 0\n");
    assertThat(call("--retry", "al")).isEqualTo(2);
    assertThat(console.err()).contains("lab run: ", "--retry");
  }
}

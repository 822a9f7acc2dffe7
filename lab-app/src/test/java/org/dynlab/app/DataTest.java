package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dynlab.app.data.InputFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data files on the command line: fetching them, and how tasks in worker processes find them. */
class DataTest {
  private static final String EXPERIMENT =
      """
      name: data
      task: TASK
      model: {kind: mlp, hidden: [4]}
      budget: {steps: 3}
      optimizer: [{kind: sgd, learningRate: 0.1}]
      """;

  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private int run(String task, String... more) throws IOException {
    Path config = Files.writeString(folder.resolve("data.yaml"), EXPERIMENT.replace("TASK", task));
    String[] args = {"run", config.toString(), "--out", folder.resolve("runs").toString()};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return console.call(all);
  }

  @Test
  void aTableIsFoundBesideTheExperimentFile() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "x,kind\n1,a\n2,b\n3,a\n4,b\n");
    assertThat(run("{kind: csv, file: t.csv, label: kind, trainFraction: 0.5}")).isZero();
    assertThat(console.out()).contains("completed");
  }

  @Test
  void whatIsWrongWithATableIsToldOncePerProblem() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "x,kind\n1,a\n2,b\nthree,a\n,b\n");
    assertThat(run("{kind: csv, file: t.csv, label: kind, trainFraction: 0.5}")).isEqualTo(2);
    assertThat(console.err().lines().filter(line -> line.contains("must")))
        .containsExactly(
            folder + "/t.csv: line 4: column x: must be a finite number, got \"three\"",
            folder + "/t.csv: line 5: column x: must have a value, got an empty cell");
  }

  @Test
  void aFolderForDataSetsReachesTheWorkers() throws IOException {
    assertThat(run("{kind: mnist}", "--data-dir", folder.resolve("sets").toString())).isEqualTo(2);
    assertThat(console.err())
        .contains(
            "mnist: must find the files train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz,"
                + " t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz, gzipped or not, got none"
                + " of them in "
                + folder.resolve("sets/mnist"));
  }

  @Test
  void workersAreToldAbsoluteFolders() {
    InputFolders inputs = InputFolders.of(Path.of("x.yaml"), Optional.of(Path.of("sets")));
    assertThat(inputs.options())
        .containsExactly(
            "-Dlab.experiment=" + Path.of("").toAbsolutePath(),
            "-Dlab.data=" + Path.of("sets").toAbsolutePath());
  }

  @Test
  void fetchingFromNowhereSaysWhatToPutWhere() {
    assertThat(
            console.call(
                "data",
                "fetch",
                "mnist",
                "--mirror",
                "http://no.such.host.invalid",
                "--data-dir",
                folder.toString()))
        .isEqualTo(3);
    assertThat(console.err())
        .isEqualTo(
            "lab: the machine failed: no mirror gave train-images-idx3-ubyte.gz; offline, put these"
                + " files, gzipped or not, into "
                + folder
                + "/mnist: train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz,"
                + " t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz:"
                + " no.such.host.invalid: unknown host\n");
  }

  @Test
  void unknownSetsAndAddressesAreRefused() {
    assertThat(console.call("data", "fetch", "minst", "--mirror", "ftp://x/")).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            """
            lab data fetch: must be mnist, got minst (did you mean mnist?)
            --mirror: must be an address with http:// or https://, got ftp://x/
            """);
  }

  @Test
  void withoutAVerbTheHelpOfDataIsAnError() {
    assertThat(console.call("data")).isEqualTo(2);
    assertThat(console.err()).startsWith("Usage: lab data ");
  }
}

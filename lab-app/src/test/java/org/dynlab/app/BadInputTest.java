package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can get wrong: one line per problem, exit code 2, nothing written. */
class BadInputTest {
  @TempDir private Path folder;
  private Path out;
  private final RecordingConsole console = new RecordingConsole();

  @BeforeEach
  void chooseOutput() {
    out = folder.resolve("runs");
  }

  private int run(Path config, String... more) {
    List<String> args = new ArrayList<>(List.of("run", config.toString(), "--out", out.toString()));
    args.addAll(List.of(more));
    return console.call(args.toArray(String[]::new));
  }

  private void assertRefused(int code, List<String> lines) {
    assertThat(console.err().lines().map(line -> line.replace(folder + "/", ""))).isEqualTo(lines);
    assertThat(code).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "batch: | batches: | batches: must be a known key, got batches (did you mean" + " batch?)",
        "steps: 20 | steps: many | budget.steps: must be a whole number, got \"many\"",
        "0.1} | .nan} | optimizer[0].learningRate: must be >= 0, got NaN",
        "0.1} | -0.1} | optimizer[0].learningRate: must be >= 0, got -0.1",
        "modulus: 7 | modulus: 1 | task.modulus: must be in 2..1000, got 1",
        "add, modulus: 7 | divide, modulus: 8 | task.modulus: must be prime for divide,"
            + " got 8 (nearest: 7 and 11)",
        "trainFraction: 0.5 | trainFraction: 0 | task.trainFraction: must lie strictly"
            + " between 0 and 1, got 0.0",
        "trainFraction: 0.5 | trainFraction: 1 | task.trainFraction: must lie strictly"
            + " between 0 and 1, got 1.0",
        "steps: 20 | steps: 0 | budget.steps: must be >= 1, got 0",
        "kind: sgd | kind: sdg | optimizer[0].kind: must be a known optimizer, got sdg"
            + " (did you mean sgd?)",
        "every: 5 | every: 0 | probes[0].every: must be >= 1, got 0",
        "final: train.loss | final: train.los | claims[0].final: must be a column that a"
            + " probe measures, got train.los (did you mean train.loss?)",
        "final: train.loss | final: epsilon_rank.layer1.abs_1e-3 | claims[0].final: must"
            + " be a column that a probe measures, got epsilon_rank.layer1.abs_1e-3 (the"
            + " probes measure columns of train, eval, weight, bias)",
        "steps: 20 | steps: 20, stopWhen: {column: eval.accuracies, atLeast: 1} |"
            + " budget.stopWhen.column: must be a column that a probe measures, got"
            + " eval.accuracies (did you mean eval.accuracy?)"
      })
  void aMistakeIsOneLineAndNothingIsWritten(String text, String by, String line)
      throws IOException {
    Path config = TinyExperiment.in(folder, text, by);
    assertRefused(run(config), List.of("tiny.yaml: " + line));
  }

  @Test
  void claimsSpeakOfArmsThatAreSwept() throws IOException {
    Path config =
        TinyExperiment.in(folder, "final: train.loss", "arm: {batch: 3}, final: train.loss");
    assertRefused(
        run(config),
        List.of(
            "tiny.yaml: claims[0].arm: must name settings that are swept, got batch (nothing is)"));
    assertRefused(
        run(config, "--set", "sweep.over={batch: [1, 2], precision: [float]}"),
        List.of(
            "tiny.yaml: claims[0].arm.batch: must be one of the swept values, got 3 (these are 1, 2)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scores.gaps | .found: must name a number that is found, got scores.gaps (did you mean"
            + " scores.gap?)",
        "scores.gap of eval.loss | .found: must be of no column, got scores.gap of eval.loss"
            + " (scores.gap)",
        "relaxation.tau | .found: must be of a column, got relaxation.tau (relaxation.tau of"
            + " COLUMN)",
        "relaxation.tau of eval.los | .found: must be a column that a probe measures, got"
            + " eval.los (did you mean eval.loss?)",
        "latentStates.states | .found: must stand in an experiment with latentStates, got none"
            + " (e.g. latentStates: {target: eval.accuracy > 0.9})"
      })
  void claimsOnWhatIsFoundNameIt(String name, String line) throws IOException {
    Path config = TinyExperiment.in(folder, "final: train.loss", "found: " + name);
    assertRefused(run(config), List.of("tiny.yaml: claims[0]" + line));
  }

  @Test
  void twoMistakesAreTwoLines() throws IOException {
    Path config =
        TinyExperiment.in(folder, "modulus: 7, trainFraction: 0", "modulus: 1, trainFraction: 2");
    assertRefused(
        run(config),
        List.of(
            "tiny.yaml: task.modulus: must be in 2..1000, got 1",
            "tiny.yaml: task.trainFraction: must lie strictly between 0 and 1, got 2.5"));
  }

  @Test
  void aRepeatedKeyIsRefusedWithItsLine() throws IOException {
    Path config = TinyExperiment.in(folder, "batch: full", "batch: full\nbatch: 3");
    assertRefused(
        run(config),
        List.of("tiny.yaml: line 5: must not repeat a key, got batch (first in line 4)"));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertRefused(
        run(folder.resolve("grokking.yaml")),
        List.of(
            "grokking.yaml: must be a YAML file, got no such file"
                + " (there are no YAML files in that folder)"));
  }

  @Test
  void aFileThatIsNotYamlIsRefused() throws IOException {
    Path config = Files.writeString(folder.resolve("broken.yaml"), "name: [tiny\n");
    int code = run(config);
    assertThat(console.err()).startsWith(config + ": line 2: must be YAML, got ").hasLineCount(1);
    assertThat(code).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--set modulus | --set: must be path=value, got modulus (for example task.modulus=43)",
        "--set task.modulos=43 | tiny.yaml: task.modulos: must be a known key, got modulos"
            + " (did you mean modulus?)",
        "--jobs 0 | --jobs: must be in 1..10000, got 0",
        "--jobs x | lab run: Invalid value for option '--jobs': 'x' is not an int"
            + " (lab run --help shows how)",
        "--job 3 | lab run: must be a known option, got --job (did you mean --jobs?)",
        "b.yaml | lab run: must not be there, got b.yaml (lab run --help shows all)"
      })
  void wrongOptionsAreRefused(String options, String line) throws IOException {
    assertRefused(run(TinyExperiment.in(folder), options.split(" ")), List.of(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu x.yaml | lab: must be a known verb, got rnu (did you mean run?)",
        "--versoin | lab: must be a known option, got --versoin (did you mean --version?)",
        "analyze --csv a.csv --feature w | lab analyze: must be a known option, got --feature"
            + " (did you mean --features?)",
        "run | lab run: Missing required parameter: 'CONFIG', or --plan and --index (lab run"
            + " --help shows how)",
        "list task | lab list: must be one of tasks, models, optimizers, schedules, probes,"
            + " initialisations, firstLayers, got task (did you mean tasks?)",
        "report nowhere | nowhere: must be the folder of an experiment,"
            + " got no experiment.yaml in it"
      })
  void wrongCallsAreRefused(String call, String line) {
    assertRefused(console.call(call.split(" ")), List.of(line));
  }

  @Test
  void anOutputFolderThatIsAFileIsRefused() throws IOException {
    Path config = TinyExperiment.in(folder);
    out = Files.writeString(folder.resolve("taken"), "mine");
    assertThat(run(config)).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            out + "/tiny: must be a folder, got a file at " + out + " (choose another --out)\n");
    assertThat(out).hasContent("mine");
  }

  @Test
  void anOutputFolderThatCannotBeMadeIsRefused() throws IOException {
    Path config = TinyExperiment.in(folder);
    out = Path.of("/proc/lab");
    assertThat(run(config)).isEqualTo(2);
    assertThat(console.err()).startsWith("/proc/lab/tiny: must be").hasLineCount(1);
  }

  @Test
  void anOutputFolderWithOtherThingsIsRefused() throws IOException {
    Path config = TinyExperiment.in(folder);
    Path taken = Files.createDirectories(out.resolve("tiny"));
    Files.writeString(taken.resolve("thesis.tex"), "mine");
    assertThat(run(config)).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            taken
                + ": must be absent, empty or the folder of this experiment,"
                + " got a folder with thesis.tex (choose another --out or name)\n");
    assertThat(taken).isDirectoryNotContaining(file -> !file.endsWith("thesis.tex"));
  }
}

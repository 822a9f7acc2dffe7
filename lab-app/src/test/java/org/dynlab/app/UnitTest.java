package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.JournalEntry;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One run of a plan at a time: what job arrays are made of. */
class UnitTest {
  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private Path tiny() {
    return folder.resolve("runs/tiny");
  }

  private int plan(Path config) {
    String out = folder.resolve("runs").toString();
    return console.call("run", config.toString(), "--out", out, "--engine", "none");
  }

  private int unit(RecordingConsole own, int index) {
    String plan = tiny().resolve("plan.jsonl").toString();
    return own.call("run", "--plan", plan, "--index", Integer.toString(index));
  }

  private Path unitFolder(int index) {
    ExperimentDirectory directory = ExperimentDirectory.open(tiny());
    return directory.unit(directory.planned().get(index));
  }

  @Test
  void unitsWorkSideBySideAndTheReportSeesAllOfThem() throws Exception {
    Path config = TinyExperiment.in(folder);
    assertThat(plan(config)).isEqualTo(0);
    assertThat(console.out()).isEqualTo(tiny().resolve("plan.jsonl") + "\n");
    assertThat(ExperimentDirectory.open(tiny()).runs()).isEmpty();

    RecordingConsole other = new RecordingConsole();
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> unit(other, 1));
    assertThat(unit(console, 0)).isEqualTo(0);
    assertThat(second.get()).isEqualTo(0);
    assertThat(console.err()).contains("run 000, seed 0: completed after 20 steps");
    assertThat(ExperimentDirectory.open(tiny()).runs())
        .extracting(run -> run.manifest().ending().outcome())
        .containsExactly(Outcome.COMPLETED, Outcome.COMPLETED);
    journalIsMerged();

    assertThat(unit(console, 0)).isEqualTo(0);
    assertThat(console.err()).endsWith(": done before\n").hasLineCount(1);
    assertThat(console.call("report", tiny().toString())).isEqualTo(0);
    assertThat(console.out()).contains("PASS  the loss is small in the end");
  }

  private void journalIsMerged() {
    assertThat(tiny().resolve("journal.jsonl")).doesNotExist();
    for (int index : List.of(0, 1)) {
      assertThat(unitFolder(index)).isDirectoryContaining("glob:**/journal.jsonl");
    }
    assertThat(ExperimentDirectory.open(tiny()).journal())
        .extracting(JournalEntry::event)
        .startsWith("runStarted")
        .endsWith("runEnded")
        .hasSize(4);
  }

  @Test
  void equalBytesWhoeverDoesTheRun() throws IOException {
    Path config = TinyExperiment.in(folder);
    assertThat(plan(config)).isEqualTo(0);
    assertThat(unit(console, 1)).isEqualTo(0);
    String local = folder.resolve("local").toString();
    assertThat(console.call("run", config.toString(), "--out", local)).isEqualTo(0);
    RunDirectory own = ExperimentDirectory.open(folder.resolve("local/tiny")).runs().get(1);
    assertThat(ExperimentDirectory.open(tiny()).runs().get(0).path().resolve("metrics.csv"))
        .hasSameBinaryContentAs(own.path().resolve("metrics.csv"));
  }

  @Test
  void aRunThatDivergesIsDone() throws IOException {
    plan(TinyExperiment.in(folder, "learningRate: 0.1", "learningRate: 1.0e+30"));
    assertThat(unit(console, 0)).isEqualTo(0);
    assertThat(console.err()).contains("run 000, seed 0: diverged");
  }

  @Test
  void filesOfTheExperimentAreFoundBesideItsConfiguration() throws IOException {
    Files.writeString(folder.resolve("points.csv"), "x,y\n" + "0.5,1\n0.25,0\n".repeat(20));
    Path config =
        TinyExperiment.in(
            folder,
            "task: {kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}",
            "task: {kind: csv, file: points.csv, features: [x], label: y, trainFraction: 0.5}");
    assertThat(plan(config)).as(console.err()).isEqualTo(0);
    assertThat(unit(console, 0)).isEqualTo(2);
    assertThat(console.err()).contains("points.csv: must be");
    String plan = tiny().resolve("plan.jsonl").toString();
    String begin = folder.toString();
    assertThat(console.call("run", "--plan", plan, "--index", "0", "--config-dir", begin))
        .as(console.err())
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--plan PLAN --index 2 | --index: must be in 0..1, got 2",
        "--plan PLAN --index -1 | --index: must be in 0..1, got -1",
        "--plan PLAN --index x | lab run: Invalid value for option '--index': 'x' is not an int"
            + " (lab run --help shows how)",
        "--plan PLAN | lab run: Error: Missing required argument(s): --index=N"
            + " (lab run --help shows how)",
        "--index 0 | lab run: Error: Missing required argument(s): --plan=FILE"
            + " (lab run --help shows how)",
        "--plan tiny/experiment.yaml --index 0 | --plan: must be a plan.jsonl, got"
            + " tiny/experiment.yaml",
        "--plan nowhere/plan.jsonl --index 0 | nowhere: must be the folder of an experiment, got no"
            + " experiment.yaml in it",
        "x.yaml --plan PLAN --index 0 | --plan: must stand without CONFIG, --set and --dry-run,"
            + " got both",
        "x.yaml --engine slrum | --engine: must be local, slurm or none, got slrum (did you mean"
            + " slurm?)",
        "x.yaml --partition long | --partition: must come with --engine slurm, got"
            + " --partition=long",
        "x.yaml --engine local --sbatch=--nice=5 | --nice: must come with --engine slurm, got"
            + " --nice=5",
        "x.yaml --engine slurm --sbatch=nice | --sbatch: must be an option of sbatch, got nice"
      })
  void wrongCallsAreRefused(String call, String line) throws IOException {
    assertThat(plan(TinyExperiment.in(folder))).isEqualTo(0);
    String words = "run " + call.replace("PLAN", tiny().resolve("plan.jsonl").toString());
    assertThat(console.call(words.split(" "))).isEqualTo(2);
    assertThat(console.err().lines()).contains(line);
    assertThat(console.out()).isEmpty();
  }

  @Test
  void aPlanOfAnotherVersionIsRefused() throws IOException {
    assertThat(plan(TinyExperiment.in(folder))).isEqualTo(0);
    Path plan = tiny().resolve("plan.jsonl");
    Files.writeString(plan, Files.readString(plan).replace("\"seed\":1", "\"seed\":2"));
    assertThat(unit(console, 0)).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            plan
                + ": must hold the plan of experiment.yaml beside it, got another plan, made by"
                + " another version of the lab\n");
  }
}

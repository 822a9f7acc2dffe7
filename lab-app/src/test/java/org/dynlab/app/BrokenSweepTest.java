package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.JournalEntry;
import org.dynlab.store.Outcome;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers that die and launchers that are stopped. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokenSweepTest {
  private static final long PAUSE_MILLIS = 20;

  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private Path experiment() {
    return folder.resolve("runs/tiny");
  }

  private ExperimentDirectory directory() {
    return ExperimentDirectory.open(experiment());
  }

  private Path folderOf(int run) {
    PlannedRun planned = directory().planned().get(run);
    return directory().folder(planned);
  }

  private Outcome outcome(int run) {
    return RunDirectory.open(folderOf(run)).manifest().ending().outcome();
  }

  private List<Long> workersOf(String run) {
    return directory().journal().stream()
        .filter(entry -> entry.event().equals("runStarted"))
        .map(JournalEntry::details)
        .filter(details -> details.get("run").equals(run))
        .map(details -> Long.valueOf(details.get("worker")))
        .toList();
  }

  /** Kills the worker of the first run that many times, each time in the middle of it. */
  private void killFirstRun(int times) throws Exception {
    await(() -> ExperimentDirectory.isExperiment(experiment()));
    String first = directory().planned().get(0).folder();
    for (int attempt = 1; attempt <= times; attempt++) {
      int number = attempt;
      await(() -> workersOf(first).size() >= number);
      await(() -> Files.exists(folderOf(0).resolve("metrics.csv")));
      ProcessHandle.of(workersOf(first).get(attempt - 1)).orElseThrow().destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, COMPLETED, 0", "2, FAILED, 1"})
  void aRunWhoseWorkerIsKilledIsTriedTwiceAndTheSweepGoesOn(
      int kills, Outcome outcome, int exitCode) throws Exception {
    Path config = TinyExperiment.in(folder, "steps: 20", "steps: 20000");
    String[] call = {"run", config.toString(), "--out", folder.resolve("runs").toString()};
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> console.call(withJobs(call)));
    killFirstRun(kills);

    assertThat(code.get()).isEqualTo(exitCode);
    assertThat(outcome(0)).isEqualTo(outcome);
    assertThat(outcome(1)).isEqualTo(Outcome.COMPLETED);
    Path log = experiment().resolve("logs/worker-1.log");
    String reason = "worker process killed by signal 9, see " + log;
    assertThat(console.err()).contains("run 000, seed 0: " + reason + "; trying again");
    assertThat(RunDirectory.open(folderOf(0)).metrics().steps()).doesNotHaveDuplicates();
    if (kills == 2) {
      assertThat(RunDirectory.open(folderOf(0)).manifest().ending().reason()).isEqualTo(reason);
    }
  }

  @Test
  void aSweepThatIsToFailFastStopsAtTheFirstRunThatFails() throws Exception {
    Path config = TinyExperiment.in(folder, "steps: 20", "steps: 20000");
    String[] call = {
      "run", config.toString(), "--out", folder.resolve("runs").toString(), "--fail-fast"
    };
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> console.call(withJobs(call)));
    killFirstRun(2);
    assertThat(code.get()).isEqualTo(1);
    assertThat(folderOf(1)).doesNotExist();
    assertThat(console.err())
        .endsWith(
            "lab: stopped because a run failed with 2 of 2 runs left to do;"
                + " the same call goes on from there\n");
  }

  private static String[] withJobs(String... call) {
    String[] longer = Arrays.copyOf(call, call.length + 2);
    longer[call.length] = "--jobs";
    longer[call.length + 1] = "1";
    return longer;
  }

  private Process launch(String... more) throws IOException {
    // Whoever starts these tests in the background may have told them to ignore Ctrl-C.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lab.class.getName()));
    command.addAll(List.of("run", folder.resolve("tiny.yaml").toString()));
    command.addAll(List.of("--jobs", "1", "--out", folder.resolve("runs").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  @Test
  void aStoppedSweepEndsItsRunsAsInterruptedAndTheSameCallFinishesIt() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 50000");
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()));
    await(() -> Files.exists(folderOf(0).resolve("metrics.csv")));
    launcher.destroy();
    assertThat(launcher.waitFor()).isEqualTo(143);
    assertThat(outcome(0)).isEqualTo(Outcome.INTERRUPTED);
    assertThat(folderOf(1)).doesNotExist();
    assertThat(Files.readString(folder.resolve("said.txt")))
        .endsWith("lab: stopped with 2 of 2 runs left to do; the same call goes on from there\n");

    Process again = launch();
    assertThat(again.waitFor()).isEqualTo(0);
    assertThat(List.of(outcome(0), outcome(1))).containsOnly(Outcome.COMPLETED);
    assertThat(RunDirectory.open(folderOf(0)).manifest().continued())
        .singleElement()
        .satisfies(continued -> assertThat(continued.step()).isNotNegative());
  }

  private static void controlC(Process process) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
  }

  private void assertGoesOnToTheEnd() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 50000");
    assertThat(launch().waitFor()).isEqualTo(0);
    assertThat(List.of(outcome(0), outcome(1))).containsOnly(Outcome.COMPLETED);
    long[] steps = RunDirectory.open(folderOf(0)).metrics().steps();
    assertThat(steps).hasSize(50_001).doesNotHaveDuplicates();
  }

  @Test
  void controlCEndsRunsBehindACheckpoint() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 50000");
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()));
    await(() -> Files.exists(folderOf(0).resolve("metrics.csv")));
    controlC(launcher);
    assertThat(launcher.waitFor()).isEqualTo(130);
    assertThat(outcome(0)).isEqualTo(Outcome.INTERRUPTED);
    assertThat(Files.readString(folder.resolve("said.txt")))
        .endsWith("lab: stopped with 2 of 2 runs left to do; the same call goes on from there\n");
    assertGoesOnToTheEnd();
  }

  /** A worker that does not listen: only the second Ctrl-C ends the launcher, and it as well. */
  @Test
  void controlCTwiceDoesNotWaitForAWorkerThatHangs() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 50000");
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()));
    await(() -> Files.exists(folderOf(0).resolve("metrics.csv")));
    ProcessHandle worker =
        ProcessHandle.of(workersOf(folderOf(0).getFileName().toString()).get(0)).orElseThrow();
    String pid = Long.toString(worker.pid());
    assertThat(new ProcessBuilder("kill", "-STOP", pid).start().waitFor()).isZero();
    controlC(launcher);
    assertThat(launcher.waitFor(1, TimeUnit.SECONDS)).isFalse();
    controlC(launcher);
    assertThat(launcher.waitFor()).isEqualTo(130);
    ProcessHandle unused = worker.onExit().get();
    assertThat(RunDirectory.open(folderOf(0)).manifest().isOver()).isFalse();
    assertGoesOnToTheEnd();
  }

  @Test
  void theLauncherLoadsNoNativeLibrary() throws Exception {
    TinyExperiment.in(folder, "seeds: 2", "seeds: 1");
    Path loaded = folder.resolve("classes.txt");
    Process launcher = launch("-Xlog:class+load:file=" + loaded);
    assertThat(launcher.waitFor()).isEqualTo(0);
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains(" org.dynlab.app.verb.RunVerb "))
        .noneMatch(line -> line.contains(" org.nd4j.linalg.factory."))
        .noneMatch(line -> line.contains(" org.bytedeco."));
  }

  @Test
  void twoLaunchersDoNotWorkOnOneExperiment() throws Exception {
    Path config = TinyExperiment.in(folder, "steps: 20", "steps: 50000");
    Process first = launch();
    await(() -> Files.exists(experiment().resolve("journal.jsonl")));
    assertThat(console.call("run", config.toString(), "--out", folder.resolve("runs").toString()))
        .isEqualTo(2);
    assertThat(console.err())
        .startsWith(
            experiment()
                + ": must not be worked on by two launchers, got process "
                + first.pid()
                + " on ")
        .endsWith(" (wait for it, stop it, or choose another --out)\n");
    first.destroy();
    first.waitFor();
  }
}

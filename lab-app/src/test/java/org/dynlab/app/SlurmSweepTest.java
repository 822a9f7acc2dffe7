package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.JournalEntry;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on a real Slurm with two nodes. */
@Timeout(value = 1800, unit = TimeUnit.SECONDS)
class SlurmSweepTest {
  private static final long PAUSE_MILLIS = 50;

  @TempDir private Path folder;
  private TwoNodeSlurm slurm;

  @BeforeEach
  void startSlurm() throws IOException {
    slurm = TwoNodeSlurm.start(folder.resolve("cluster"));
  }

  @AfterEach
  void stopSlurm() {
    if (slurm != null) {
      slurm.close();
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  private Path experiment() {
    return folder.resolve("runs/tiny");
  }

  private Process launch(String... more) throws IOException {
    return launchWith("slurm", more);
  }

  private Process launchWith(String engine, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lab.class.getName()));
    command.addAll(List.of("run", folder.resolve("tiny.yaml").toString()));
    command.addAll(List.of("--out", folder.resolve("runs").toString(), "--engine", engine));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said().toFile());
    slurm.addTo(builder);
    return builder.start();
  }

  private List<RunDirectory> runs() {
    return ExperimentDirectory.open(experiment()).runs();
  }

  private void assertCompleted(int count) {
    assertThat(runs())
        .hasSize(count)
        .allSatisfy(
            run -> assertThat(run.manifest().ending().outcome()).isEqualTo(Outcome.COMPLETED));
  }

  private boolean isUnderWay(int run) {
    ExperimentDirectory directory = ExperimentDirectory.open(experiment());
    return Files.exists(directory.folder(directory.planned().get(run)).resolve("metrics.csv"));
  }

  private long startsOf(int run) {
    ExperimentDirectory directory = ExperimentDirectory.open(experiment());
    String name = directory.planned().get(run).folder();
    return directory.journal().stream()
        .filter(entry -> entry.event().equals("runStarted"))
        .filter(entry -> name.equals(entry.details().get("run")))
        .count();
  }

  private void assertSameBytesAsHere(Path config, int count) {
    String here = folder.resolve("here").toString();
    assertThat(new RecordingConsole().call("run", config.toString(), "--out", here)).isEqualTo(0);
    List<RunDirectory> local = ExperimentDirectory.open(folder.resolve("here/tiny")).runs();
    List<RunDirectory> remote = runs();
    for (int i = 0; i < count; i++) {
      assertThat(remote.get(i).path().resolve("metrics.csv"))
          .hasSameBinaryContentAs(local.get(i).path().resolve("metrics.csv"));
    }
  }

  @Test
  void aSweepCompletesOnTwoNodes() throws Exception {
    TinyExperiment.in(folder);
    Process launcher = launch("--partition", "main", "--time", "5", "--jobs", "2");
    assertThat(launcher.waitFor()).isEqualTo(0);
    assertCompleted(2);
    assertThat(Files.readString(said()))
        .contains("lab: Slurm job 1 takes 2 runs\n", "run 001, seed 1: completed after 20 steps")
        .contains("PASS  the loss is small in the end");
    assertThat(slurm.call("squeue", "--noheader", "--states=all", "--array", "--format=%N"))
        .contains("n1", "n2");
    assertThat(ExperimentDirectory.open(experiment()).journal())
        .extracting(JournalEntry::event)
        .startsWith("started")
        .contains("runStarted", "runEnded")
        .endsWith("ended")
        .hasSize(6);
    assertThat(experiment().resolve("journal.jsonl")).content().hasLineCount(2);
  }

  @Test
  @Tag("slow")
  void aNodeThatDiesCostsNoRunAndNoByte() throws Exception {
    Path config = TinyExperiment.in(folder, "steps: 20", "steps: 20000");
    Files.writeString(config, Files.readString(config).replace("seeds: 2", "seeds: 24"));
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()) && isUnderWay(4));
    String node = slurm.call("squeue", "--noheader", "--jobs=1_4", "--format=%N").strip();
    slurm.crash(node);
    slurm.again(node);
    assertThat(launcher.waitFor()).isEqualTo(0);
    assertCompleted(24);
    assertThat(Files.readString(said()))
        .contains("Slurm job 1 takes 9 runs", "takes 6 runs", "[24/24]");
    assertThat(startsOf(4)).isEqualTo(2);
    assertSameBytesAsHere(config, 24);
  }

  @Test
  @Tag("slow")
  void aRunThatIsRequeuedCompletes() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 60000");
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()) && isUnderWay(0) && isUnderWay(1));
    slurm.call("scontrol", "requeue", "1_0");
    assertThat(launcher.waitFor()).isEqualTo(0);
    assertCompleted(2);
    assertThat(ExperimentDirectory.open(experiment()).journal())
        .extracting(entry -> entry.details().getOrDefault("outcome", ""))
        .contains("interrupted");
  }

  @Test
  @Tag("slow")
  void aStoppedLauncherLeavesTheJobsAtWorkAndTheSameCallFollowsThem() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 9000000");
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()) && isUnderWay(0));
    launcher.destroy();
    assertThat(launcher.waitFor()).isEqualTo(143);
    assertThat(Files.readString(said()))
        .endsWith(
            "lab: stopped with 2 of 2 runs left to do; Slurm job 1 goes on; the same call follows"
                + " on, scancel 1 ends it\n");

    assertThat(launchWith("local").waitFor()).isEqualTo(2);
    assertThat(Files.readString(said()))
        .endsWith(
            experiment()
                + ": must not be worked on from two sides, got Slurm jobs in the queue: 1"
                + " (--engine slurm follows them, scancel 1 ends them)\n");
    Process again = launch();
    await(() -> Files.readString(said()).contains("lab: Slurm job 1 still has 2 runs\n"));
    again.destroy();
    assertThat(again.waitFor()).isEqualTo(143);
    assertThat(experiment().resolve("slurm/jobs.jsonl")).content().hasLineCount(1);
  }

  @Test
  @Tag("slow")
  void cancelledRunsAreLostAndASecondCallSubmitsThemAgain() throws Exception {
    TinyExperiment.in(folder, "steps: 20", "steps: 60000");
    Process launcher = launch();
    await(() -> ExperimentDirectory.isExperiment(experiment()) && isUnderWay(0));
    slurm.call("scancel", "1_0");
    assertThat(launcher.waitFor()).isEqualTo(3);
    assertThat(Files.readString(said()))
        .contains(
            "lab: the machine failed: worker process of Slurm task 1_0 is gone (cancelled",
            "lab: stopped with 1 of 2 runs left to do; the same call goes on from there\n");
    Process again = launch();
    assertThat(again.waitFor()).isEqualTo(0);
    assertThat(Files.readString(said())).contains("lab: Slurm job 3 takes 1 run\n");
    assertCompleted(2);
  }

  @Test
  @Tag("slow")
  void aRunWhoseTimeIsUsedUpIsSubmittedAgain() throws Exception {
    Path config = TinyExperiment.in(folder, "steps: 20", "steps: 90000000");
    Files.writeString(config, Files.readString(config).replace("seeds: 2", "seeds: 1"));
    Process launcher = launch("--time", "1");
    await(() -> Files.exists(said()) && Files.readString(said()).contains("job 2 takes 1 run\n"));
    assertThat(Files.readString(said()))
        .contains("worker process of Slurm task 1_0 is gone (timeout", "; trying again\n");
    await(() -> startsOf(0) == 2 && !runs().get(0).manifest().continued().isEmpty());
    launcher.destroy();
    assertThat(launcher.waitFor()).isEqualTo(143);
    assertThat(runs().get(0).manifest().continued())
        .singleElement()
        .satisfies(continued -> assertThat(continued.step()).isPositive());
  }

  @Test
  @Tag("slow")
  void whatHeldRunsWaitForIsTold() throws Exception {
    TinyExperiment.in(folder);
    Process launcher = launch("--sbatch=--hold");
    await(
        () -> Files.exists(said()) && Files.readString(said()).contains("runs wait (JobHeldUser)"));
    slurm.call("scontrol", "release", "1");
    assertThat(launcher.waitFor()).isEqualTo(0);
    assertCompleted(2);
  }

  @Test
  void whatSlurmRefusesIsSaidInItsWords() throws Exception {
    TinyExperiment.in(folder);
    Process launcher = launch("--partition", "nowhere");
    assertThat(launcher.waitFor()).isEqualTo(2);
    assertThat(Files.readString(said()).lines().skip(1))
        .containsExactly(
            "sbatch --partition=nowhere: must be something Slurm accepts, got invalid partition"
                + " specified: nowhere; Batch job submission failed: Invalid partition name"
                + " specified (sinfo shows partitions and limits)");
    slurm.crash("slurmctld");
    TinyExperiment.in(folder, "name: tiny", "name: other");
    assertThat(launch().waitFor()).isEqualTo(3);
    assertThat(Files.readString(said()).lines())
        .containsExactly(
            "lab: the machine failed: cannot ask Slurm: scontrol: slurm_load_ctl_conf error:"
                + " Unable to contact slurm controller (connect failure)");
    assertThat(folder.resolve("runs/other")).doesNotExist();
  }
}

package org.dynlab.app.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.sweep.Retry;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepListener;
import org.dynlab.app.sweep.SweepResult;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.Manifest;
import org.dynlab.store.Provenance;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose tasks have used up their time, and what is said of those that wait. */
class OutOfTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final RunSpec RUN =
      new RunSpec(0, "aa", 7, Map.of(), JsonNodeFactory.instance.objectNode());

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();
  private FakeSlurm slurm;
  private ExperimentDirectory experiment;
  private Path checkpoints;

  private final SweepListener listener =
      new SweepListener() {
        @Override
        public void started(RunSpec run, long workerPid) {}

        @Override
        public void progressed(RunSpec run, Message.Progress progress) {}

        @Override
        public void noted(RunSpec run, Message.Noted noted) {}

        @Override
        public void ended(RunSpec run, Message.Ended ending) {}

        @Override
        public void waiting(String runs) {
          waiting.add(runs);
        }

        @Override
        public void lost(RunSpec run, Loss loss) {
          losses.add(loss);
        }
      };

  @BeforeEach
  void prepare() throws IOException {
    slurm =
        new FakeSlurm(Files.createDirectory(folder.resolve("bin")))
            .with("scontrol", "echo 'MaxArraySize = 3'")
            .with("sbatch", "echo $(grep -c ^sbatch '" + folder + "/bin/calls.txt')");
    experiment =
        ExperimentDirectory.create(folder.resolve("a"), "name: a\n", List.of(RUN.planned()));
    Path run = experiment.folder(RUN.planned());
    RunDirectory unused =
        RunDirectory.create(run, manifest(), List.of(new Column("train.loss", "nat", "loss", "")));
    checkpoints = Files.createDirectory(run.resolve("checkpoints"));
  }

  private static Manifest manifest() {
    Provenance provenance =
        new Provenance("1", false, "jvm", "os", "cpu", "nd4j", "linux", "blas", 1, "h", Map.of());
    return new Manifest(
        1,
        0,
        "a",
        "aa",
        7,
        Map.of(),
        RUN.spec(),
        provenance,
        List.of(),
        NOW.toString(),
        List.of(),
        "",
        null,
        null);
  }

  private void checkpointAt(Path place, long step) {
    new Checkpoint("aa", step, List.of(), Map.of())
        .write(place.resolve("step-%09d.ckpt".formatted(step)));
  }

  private SlurmEngine take() {
    ArrayRequest request =
        new ArrayRequest(experiment.path(), List.of("lab"), List.of(), OptionalInt.empty());
    InstantSource clock = InstantSource.fixed(NOW);
    SlurmEngine.Pace pace = new SlurmEngine.Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    Standing standing = new Standing(experiment, Retry.FAILED, clock);
    return new SlurmQueue(request, standing, said::add, clock, slurm.programs(), pace)
        .take(List.of(RUN));
  }

  /** Whatever job squeue is asked for, that is how its only task is. */
  private void everyTaskIs(String state, String... before) throws IOException {
    List<String> lines = new ArrayList<>(List.of(before));
    lines.add("for i in $(seq 40); do echo \"$i|0|" + state + "|a-$i\"; done");
    slurm.with("squeue", lines.toArray(String[]::new));
  }

  @Test
  void aRunThatCameFurtherIsSubmittedAgainUntilItStandsStill() throws IOException {
    everyTaskIs("TIMEOUT|None");
    checkpointAt(checkpoints, 5);
    SlurmEngine engine = take();
    checkpointAt(checkpoints, 9);
    SweepResult result = engine.work(List.of(listener));
    assertThat(said).containsExactly("Slurm job 1 takes 1 run", "Slurm job 2 takes 1 run");
    assertThat(losses).extracting(Loss::retried).containsExactly(true, false);
    assertThat(result.stop().map(Stop::words))
        .contains(
            "worker process of Slurm task 2_0 is gone (timeout: no checkpoint behind step 9,"
                + " where it began; give it more --time), see "
                + experiment.path().resolve("slurm/logs/2_0.log"));
  }

  @Test
  void oneCallSubmitsARunAgainTwentyTimes() throws IOException {
    Path prepared = Files.createDirectory(folder.resolve("prepared"));
    for (int step = 1; step <= 30; step++) {
      checkpointAt(prepared, step);
    }
    everyTaskIs(
        "TIMEOUT|None",
        "n=$(grep -c ^squeue '" + folder + "/bin/calls.txt')",
        "cp '" + prepared + "/step-'$(printf %09d $n).ckpt '" + checkpoints + "'");
    SweepResult result = take().work(List.of(listener));
    assertThat(said).hasSize(21).last().isEqualTo("Slurm job 21 takes 1 run");
    assertThat(result.stop().map(Stop::words)).get().asString().contains("21_0 is gone (timeout)");
  }

  @Test
  void whatSlurmRefusesTheSecondTimeIsSaid() throws IOException {
    everyTaskIs("TIMEOUT|None");
    SlurmEngine engine = take();
    checkpointAt(checkpoints, 9);
    slurm.with("sbatch", "echo 'sbatch: error: QOSMaxSubmitJobPerUserLimit' >&2; exit 1");
    SweepResult result = engine.work(List.of(listener));
    assertThat(result.stop()).isEmpty();
    assertThat(result.problems())
        .containsExactly(
            "sbatch: must be something Slurm accepts, got QOSMaxSubmitJobPerUserLimit"
                + " (sinfo shows partitions and limits)");
  }

  @Test
  void whatRunsWaitForIsTold() throws IOException {
    slurm.with(
        "squeue",
        "n=$(grep -c ^squeue '" + folder + "/bin/calls.txt')",
        "if [ $n -gt 1 ]; then echo '1|0|CANCELLED|None|a-1'",
        "else echo '1|0|PENDING|JobHeldUser|a-1'; fi");
    SweepResult unused = take().work(List.of(listener));
    assertThat(waiting).containsExactly("1 run waits (JobHeldUser)", "");
  }

  @Test
  void severalReasonsAreCounted() {
    TaskState waits = new TaskState("PENDING", "Resources");
    TaskState other = new TaskState("PENDING", "Priority");
    TaskState runs = new TaskState("RUNNING", "None");
    assertThat(TaskState.waiting(List.of(waits, runs, other, waits)))
        .isEqualTo("3 runs wait (1 Priority, 2 Resources)");
    assertThat(TaskState.waiting(List.of(runs))).isEmpty();
  }
}

package org.dynlab.app.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.stream.IntStream;
import org.dynlab.app.sweep.Retry;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepResult;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is submitted, what is found again, and what a launcher says of it. */
class SlurmQueueTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final List<RunSpec> RUNS =
      IntStream.range(0, 5)
          .mapToObj(
              i -> new RunSpec(i, "h" + i, i, Map.of(), JsonNodeFactory.instance.objectNode()))
          .toList();
  private static final String REFUSAL = "echo 'sbatch: error: QOSMaxSubmitJobPerUserLimit' >&2";

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private FakeSlurm slurm;
  private ExperimentDirectory experiment;

  @BeforeEach
  void prepare() throws IOException {
    slurm =
        new FakeSlurm(Files.createDirectory(folder.resolve("bin")))
            .with("scontrol", "echo 'MaxArraySize = 3'")
            .with("squeue");
    experiment =
        ExperimentDirectory.create(
            folder.resolve("it's 100%"), "name: a\n", RUNS.stream().map(RunSpec::planned).toList());
  }

  private SlurmEngine take(List<RunSpec> runs, OptionalInt atOnce, String... options) {
    ArrayRequest request =
        new ArrayRequest(
            experiment.path(), List.of("lab", "it's", "--index"), List.of(options), atOnce);
    InstantSource clock = InstantSource.fixed(NOW);
    SlurmEngine.Pace pace = new SlurmEngine.Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    Standing standing = new Standing(experiment, Retry.FAILED, clock);
    return new SlurmQueue(request, standing, said::add, clock, slurm.programs(), pace).take(runs);
  }

  private List<String> submissions() throws IOException {
    return slurm.calls().stream().filter(call -> call.startsWith("sbatch ")).toList();
  }

  @Test
  void runsAreCutIntoArraysOfTheLengthThatTheSiteAllows() throws IOException {
    slurm.with("sbatch", "wc -l <'" + folder + "/bin/calls.txt' | tr -d ' '");
    SlurmEngine engine = take(RUNS, OptionalInt.of(2), "--partition=long");
    assertThat(submissions())
        .containsExactly(
            "sbatch --parsable --job-name=it's 100%-1 --array=0-2%2 --output="
                + experiment.path().toString().replace("%", "%%")
                + "/slurm/logs/%A_%a.log --open-mode=append --requeue --partition=long "
                + experiment.path().resolve("slurm/it's 100%-1.sh"),
            "sbatch --parsable --job-name=it's 100%-2 --array=0-1%2 --output="
                + experiment.path().toString().replace("%", "%%")
                + "/slurm/logs/%A_%a.log --open-mode=append --requeue --partition=long "
                + experiment.path().resolve("slurm/it's 100%-2.sh"));
    assertThat(said).containsExactly("Slurm job 2 takes 3 runs", "Slurm job 3 takes 2 runs");
    assertThat(experiment.path().resolve("slurm/jobs.jsonl"))
        .hasContent(
            """
            {"job":"2","name":"it's 100%-1","submitted":"2026-01-02T03:04:05Z","runs":[0,1,2]}
            {"job":"3","name":"it's 100%-2","submitted":"2026-01-02T03:04:05Z","runs":[3,4]}
            """);
    assertThat(engine.goesOn())
        .contains("Slurm jobs 2, 3 go on; the same call follows on, scancel 2 3 ends them");
  }

  @Test
  void aTaskCallsTheLabWithItsRun() throws IOException, InterruptedException {
    Path script = folder.resolve("array.sh");
    Files.writeString(script, ArrayScript.of(List.of("printf", "%s|", "it's"), List.of(3, 7, 20)));
    ProcessBuilder task = new ProcessBuilder("sh", script.toString());
    task.environment().put("SLURM_ARRAY_TASK_ID", "1");
    Process process = task.start();
    assertThat(process.inputReader().readLine()).isEqualTo("it's|7|");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void runsThatAreStillInTheQueueAreNotSubmittedAgain() throws IOException {
    slurm.with("sbatch", "echo '17;cluster'");
    take(RUNS.subList(0, 3), OptionalInt.empty());
    said.clear();
    slurm
        .with(
            "squeue",
            "echo \"17|0|COMPLETED|None|it's 100%-1\"",
            "echo \"17|1|RUNNING|None|it's 100%-1\"",
            "echo \"17|2|PENDING|Priority|somebody else's\"")
        .with("sbatch", "echo 18");
    take(RUNS.subList(0, 3), OptionalInt.empty());
    assertThat(said).containsExactly("Slurm job 17 still has 1 run", "Slurm job 18 takes 2 runs");
    assertThat(experiment.path().resolve("slurm/jobs.jsonl"))
        .content()
        .contains("\"job\":\"17\"", "\"job\":\"18\"", "\"runs\":[0,2]");
  }

  @Test
  void aForgottenJobIsNoMistake() throws IOException {
    slurm.with("sbatch", "echo 17");
    take(RUNS.subList(0, 1), OptionalInt.empty());
    slurm.with("squeue", "echo 'slurm_load_jobs error: Invalid job id specified' >&2", "exit 1");
    SlurmEngine engine = take(RUNS.subList(0, 1), OptionalInt.empty());
    assertThat(said).hasSize(2).last().isEqualTo("Slurm job 17 takes 1 run");
    assertThat(engine.work(List.of()).stop().map(Stop::words))
        .contains(
            "worker process of Slurm task 17_0 is gone (not in the queue any more), see "
                + experiment.path().resolve("slurm/logs/17_0.log"));
  }

  @Test
  void aRefusalIsSaidInSlurmsWords() throws IOException {
    slurm.with("sbatch", REFUSAL, "exit 1");
    assertThatThrownBy(() -> take(RUNS, OptionalInt.empty(), "--qos=day"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "sbatch --qos=day: must be something Slurm accepts, got QOSMaxSubmitJobPerUserLimit"
                + " (sinfo shows partitions and limits)");
    assertThat(experiment.path().resolve("slurm/jobs.jsonl")).doesNotExist();
  }

  @Test
  void arraysThatWereTakenBeforeARefusalAreFollowed() throws IOException {
    slurm.with("sbatch", "case \"$*\" in *-2.sh) " + REFUSAL + "; exit 1;; esac", "echo 17");
    SlurmEngine engine = take(RUNS, OptionalInt.empty());
    assertThat(said).containsExactly("Slurm job 17 takes 3 runs");
    SweepResult result = engine.work(List.of());
    assertThat(result.problems())
        .containsExactly(
            "sbatch: must be something Slurm accepts, got QOSMaxSubmitJobPerUserLimit"
                + " (sinfo shows partitions and limits)");
    assertThat(result.stop().map(Stop::words)).get().asString().endsWith("; and 2 more like it");
  }

  @Test
  void aControllerThatStaysAwayEndsTheWatchButNotTheJobs() throws IOException {
    slurm.with("sbatch", "echo 17");
    SlurmEngine engine = take(RUNS.subList(0, 1), OptionalInt.empty());
    slurm.with("squeue", "echo 'Unable to contact slurm controller' >&2", "exit 1");
    assertThat(engine.work(List.of()).stop().map(Stop::words))
        .contains(
            "cannot ask Slurm: "
                + folder.resolve("bin/squeue")
                + ": Unable to contact slurm controller");
    assertThat(engine.goesOn())
        .contains("Slurm job 17 goes on; the same call follows on, scancel 17 ends it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"job\":",
        "null",
        "{\"job\":null,\"name\":\"a\",\"submitted\":\"\",\"runs\":[0]}",
        "{\"job\":\"1\",\"name\":\"a\",\"submitted\":\"\",\"runs\":[null]}",
        "{\"job\":\"1\",\"name\":\"a\",\"submitted\":\"\"}"
      })
  void aDamagedBookIsRefusedWithItsLine(String line) throws IOException {
    Path book = experiment.path().resolve("slurm/jobs.jsonl");
    Files.createDirectories(book.getParent());
    Files.writeString(book, line + "\n");
    assertThatThrownBy(() -> take(RUNS, OptionalInt.empty()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            book
                + ":1: must be what docs/run-directory.md says, got "
                + line
                + " (delete the file if none of its jobs are in the queue)");
  }
}

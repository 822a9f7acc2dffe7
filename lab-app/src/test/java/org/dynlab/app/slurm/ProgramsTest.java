package org.dynlab.app.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {
  @TempDir private Path folder;

  @Test
  void anAnswerIsCodeAndBothStreams() throws IOException {
    Programs programs =
        new FakeSlurm(folder)
            .with(
                "sbatch",
                "echo 17",
                "echo 'sbatch: error: invalid partition specified: x' >&2",
                "echo 'sbatch: error: Batch job submission failed' >&2",
                "exit 1")
            .programs();
    Programs.Answer answer = programs.call("sbatch", List.of("--parsable"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEqualTo("17\n");
    assertThat(answer.complaint())
        .isEqualTo("invalid partition specified: x; Batch job submission failed");
  }

  @Test
  void aProgramThatDoesNotAnswerIsGivenUpWithWhatItSaid() throws IOException {
    Programs programs =
        new FakeSlurm(folder)
            .with("sbatch", "echo 'sbatch: error: sleeping and retrying' >&2", "exec sleep 100")
            .impatient();
    assertThatThrownBy(() -> programs.call("sbatch", List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage(folder + "/sbatch has not answered for 0.3 s: sleeping and retrying");
  }

  @ParameterizedTest
  @CsvSource({
    "Unable to contact slurm controller (connect failure)",
    "Socket timed out on send/recv operation",
    "Connection refused"
  })
  void aControllerThatIsDownIsTheMachinesFailure(String words) throws IOException {
    Programs programs =
        new FakeSlurm(folder).with("squeue", "echo '" + words + "' >&2", "exit 1").programs();
    assertThatThrownBy(() -> programs.call("squeue", List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage(folder + "/squeue: " + words);
  }

  /** By a signal that shells do not ignore in the background, as they do that of Ctrl-C. */
  @Test
  void aProgramThatIsEndedBySignalHasRefusedNothing() throws IOException {
    Programs programs = new FakeSlurm(folder).with("sbatch", "kill -TERM $$").programs();
    assertThatThrownBy(() -> programs.call("sbatch", List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage(folder + "/sbatch was ended by signal 15");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    Programs programs = new FakeSlurm(folder).programs();
    assertThatThrownBy(() -> programs.call("sbatch", List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot ask Slurm")
        .cause()
        .hasMessage("there is no " + folder + "/sbatch on the PATH; is Slurm installed here?");
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 10000, 1001",
    "4000001, 100000, 10000",
    "1001, 500, 500",
    "no, 500, 500",
    "1001, no, 1001"
  })
  void arraysAreAsLongAsTheSiteAllows(String array, String jobs, int longest) throws IOException {
    Programs programs =
        new FakeSlurm(folder)
            .with(
                "scontrol",
                "echo 'Configuration data as of 2026-01-01'",
                "echo 'MaxArraySize            = " + array + "'",
                "echo 'MaxJobCount             = " + jobs + "'")
            .programs();
    assertThat(Site.ask(programs).longestArray()).isEqualTo(longest);
  }

  @Test
  void aSiteWithoutArraysIsRefused() throws IOException {
    Programs programs =
        new FakeSlurm(folder).with("scontrol", "echo 'MaxArraySize = 0'").programs();
    assertThatThrownBy(() -> Site.ask(programs))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "scontrol show config: MaxArraySize: must be at least 1, got 0"
                + " (this site allows no job arrays)");
  }
}

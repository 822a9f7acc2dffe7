package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.core.experiment.Pruning.Act;
import org.dynlab.store.Ending;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are watched by what earlier runs foretell. */
class PruningTest {
  private static final int STEPS = 20;

  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private int run(String pruning) throws IOException {
    Path config = TinyExperiment.in(folder, "learningRate: 0.1", "learningRate: 2");
    Path runs = folder.resolve("runs");
    return console.call(
        "run", config.toString(), "--out", runs.toString(), "--set", "pruning=" + pruning);
  }

  private List<RunDirectory> runs() {
    ExperimentDirectory tiny = ExperimentDirectory.open(folder.resolve("runs/tiny"));
    return tiny.planned().stream().map(r -> RunDirectory.open(tiny.folder(r))).toList();
  }

  /**
   * The first step whose loss is nearer to 1.5 than to 2: with these two states, the first in B.
   */
  private static long firstBelow(RunDirectory run) {
    Series loss = run.metrics().series("train.loss");
    return IntStream.range(0, loss.size())
        .filter(i -> loss.values()[i] < 1.75)
        .mapToLong(i -> loss.steps()[i])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRunThatComesIntoADetourIsEndedThereAndItsReadersAreTold() throws IOException {
    assertThat(run(SampleForecast.in(folder, STEPS, 10).detour(Act.END))).isZero();
    for (RunDirectory run : runs()) {
      Ending ending = run.manifest().ending();
      assertThat(ending.reason())
          .isEqualTo("ended early: enters state 1 of earlier runs, a detour, visited by 9 runs");
      assertThat(ending.steps()).isBetween(firstBelow(run), firstBelow(run) + 2);
      assertThat(ending.steps()).isLessThan(STEPS);
      assertThat(run.manifest().caveats()).extracting("name").containsExactly("pruned");
    }
    assertThat(console.out()).contains("read this first: pruned (all runs): runs of which earlier");
  }

  @Test
  void aLateRunIsFlaggedOnceAndGoesOn() throws IOException {
    assertThat(run(SampleForecast.in(folder, STEPS, 17, 18, 19).late(Act.FLAG))).isZero();
    assertThat(runs()).allMatch(run -> run.manifest().ending().steps() == STEPS);
    assertThat(runs()).allMatch(run -> run.manifest().caveats().isEmpty());
    List<String> flags =
        console.err().lines().filter(line -> line.contains("predicted at step")).toList();
    assertThat(flags).hasSize(2);
    assertThat(flags.get(0))
        .matches(
            ".*run 00[01], seed [01]: predicted at step 17 to converge in row [56].,"
                + " later than 50, the mean of 20 earlier runs");
    String journal = Files.readString(folder.resolve("runs/tiny/journal.jsonl"));
    assertThat(journal).contains("predicted at step 17");
  }

  @Test
  void beforeTheFirstStepNothingIsDone() throws IOException {
    String pruning = SampleForecast.in(folder, STEPS, 17).detour(Act.END);
    assertThat(run(pruning.replace("}", ", fromStep: 20}"))).isZero();
    assertThat(runs()).allMatch(run -> run.manifest().ending().steps() == STEPS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forecast.json | nowhere.json | nowhere.json: must be a file, got nothing",
        "when: late | when: soon | pruning.when: must be one of detour, late, got soon",
        "sha256: | sha256: 0 | pruning.sha256: must be 64 hexadecimal digits in lower case",
        "when: late | fromStep: -1, when: late | pruning.fromStep: must be >= 0, got -1",
        "when: late | fromStep: 18, when: late | none of 1 from step 18 on",
      })
  void aMistakeIsToldInALineAndNothingIsWritten(String text, String by, String said)
      throws IOException {
    String pruning = SampleForecast.in(folder, STEPS, 17).late(Act.FLAG);
    assertThat(run(pruning.replace(text, by))).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).contains(said);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aFileOfOtherBytesIsRefused() throws IOException {
    SampleForecast forecast = SampleForecast.in(folder, STEPS, 17);
    Files.writeString(forecast.file(), Files.readString(forecast.file()) + "\n");
    assertThat(run(forecast.late(Act.FLAG))).isEqualTo(2);
    assertThat(console.err()).contains("must have the SHA-256 " + forecast.sha256());
  }

  @Test
  void whatIsWrongAtEveryPointOfAGridIsToldOnce() throws IOException {
    SampleForecast forecast = SampleForecast.in(folder, STEPS, 17);
    Files.delete(forecast.file());
    Path config =
        TinyExperiment.in(
            folder, "sweep: {seeds: 2}", "sweep: {seeds: 2, over: {batch: [full, 8]}}");
    String out = folder.resolve("runs").toString();
    String pruning = "pruning=" + forecast.late(Act.FLAG);
    assertThat(console.call("run", config.toString(), "--out", out, "--set", pruning)).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).contains("must be a file, got nothing");
  }

  @Test
  void columnsThatAreMeasuredAtOtherStepsAreRefused() throws IOException {
    Path config =
        TinyExperiment.in(
            folder,
            "  - {kind: weight",
            "  - {kind: lossAndAccuracy, every: 2}\n  - {kind: weight");
    String pruning = SampleForecast.in(folder, STEPS, 17).late(Act.FLAG);
    String out = folder.resolve("runs").toString();
    String[] call = {"run", config.toString(), "--out", out, "--set", "pruning=" + pruning};
    assertThat(console.call(call)).isEqualTo(2);
    assertThat(console.err())
        .contains("must be of steps at which the probes measure, got train.loss at step 1");
    assertThat(Stream.of(folder.resolve("runs"))).noneMatch(Files::exists);
  }
}

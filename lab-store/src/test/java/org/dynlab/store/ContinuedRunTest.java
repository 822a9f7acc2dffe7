package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dynlab.store.disk.FolderLock;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.MetricWriter;
import org.dynlab.store.table.TableMark;
import org.dynlab.store.table.TimingWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is taken up again behind a mark. */
class ContinuedRunTest {
  private static final List<String> NAMES = List.of("update", "epsilonRank");
  private static final String AGAIN = "2026-01-02T04:00:00Z";

  @TempDir Path folder;

  private RunDirectory begun() {
    return RunDirectory.create(folder.resolve("run"), SampleRun.manifest(3), SampleRun.COLUMNS);
  }

  /** Writes the rows from one to another; the mark behind them. */
  private static TableMark write(MetricWriter writer, int from, int to) {
    for (int row = from; row < to; row++) {
      SampleRun.writeRow(writer, row);
    }
    return writer.sync();
  }

  @Test
  void theSameBytesComeWithAndWithoutAContinuationAtEveryRow() throws IOException {
    Path whole = SampleRun.write(folder.resolve("whole")).path().resolve("metrics.csv");
    for (int row = 0; row <= SampleRun.rows(); row++) {
      RunDirectory run =
          RunDirectory.create(
              folder.resolve("broken" + row), SampleRun.manifest(3), SampleRun.COLUMNS);
      TableMark mark;
      try (MetricWriter writer = run.metricWriter()) {
        mark = write(writer, 0, row);
        TableMark unused = write(writer, row, SampleRun.rows());
      }
      Path metrics = run.path().resolve("metrics.csv");
      Files.writeString(metrics, "77,1.5,torn", StandardOpenOption.APPEND);
      assertThat(run.holds(mark)).isTrue();
      try (MetricWriter writer = run.metricWriter(mark)) {
        TableMark unused = write(writer, row, SampleRun.rows());
      }
      assertThat(metrics).hasSameBinaryContentAs(whole);
    }
  }

  @Test
  void aTableThatWasChangedOrCutDoesNotHoldTheMark() throws IOException {
    RunDirectory run = begun();
    TableMark mark;
    try (MetricWriter writer = run.metricWriter()) {
      mark = write(writer, 0, 3);
    }
    Path metrics = run.path().resolve("metrics.csv");
    byte[] bytes = Files.readAllBytes(metrics);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(metrics, changed);
      assertThat(run.holds(mark)).as("byte %s", i).isFalse();
    }
    Files.write(metrics, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(run.holds(mark)).isFalse();
    Files.delete(metrics);
    assertThat(run.holds(mark)).isFalse();
  }

  @Test
  void timingGoesOnBehindTheStepAndBeginsAnewForOtherNames() throws IOException {
    RunDirectory run = SampleRun.write(folder.resolve("run"));
    Path timing = run.path().resolve("timing.csv");
    try (TimingWriter writer = run.timingWriter(NAMES, 999)) {
      writer.append(10, 0.5, new double[] {0.25, 0.125});
    }
    assertThat(Files.readAllLines(timing))
        .containsExactly(
            "step,wall_seconds,update_seconds,epsilonRank_seconds",
            "0,0.25,0.0,0.125",
            "10,0.5,0.25,0.125");
    try (TimingWriter writer = run.timingWriter(List.of("other"), 999)) {
      writer.append(11, 0.5, new double[] {0.25});
    }
    assertThat(Files.readAllLines(timing))
        .containsExactly("step,wall_seconds,other_seconds", "11,0.5,0.25");
    Files.delete(timing);
    run.timingWriter(NAMES, 5).close();
    assertThat(Files.readAllLines(timing)).hasSize(1);
  }

  @Test
  void theManifestTellsOfEveryContinuationAndIsNotOverAnyMore() {
    RunDirectory run = SampleRun.write(folder.resolve("run"));
    run.goOn(new Continuation(10, AGAIN, SampleRun.provenance()));
    Manifest there = RunDirectory.open(run.path()).manifest();
    assertThat(there.isOver()).isFalse();
    assertThat(there.ended()).isEmpty();
    assertThat(there.continued())
        .containsExactly(new Continuation(10, AGAIN, SampleRun.provenance()));
    Ending ending = new Ending(Outcome.COMPLETED, "all done", 1000);
    run.end(ending, AGAIN, java.util.Optional.of(new Usage(1.5, 2.5, 1 << 20)));
    assertThat(RunDirectory.open(run.path()).manifest().usage())
        .isEqualTo(new Usage(1.5, 2.5, 1 << 20));
  }

  @Test
  void whatIsSetAsideIsWholeAndTheFolderFree() throws IOException {
    RunDirectory run = SampleRun.write(folder.resolve("run"));
    Files.writeString(run.path().resolve(FolderLock.FILE), "held");
    Path first = RunDirectory.setAside(run.path());
    assertThat(first).isEqualTo(folder.resolve("run.attempt-1"));
    assertThat(RunDirectory.open(first).manifest()).isEqualTo(run.manifest());
    assertThat(run.path()).isDirectoryContaining(file -> file.endsWith(FolderLock.FILE));
    RunDirectory again = begun();
    assertThat(RunDirectory.setAside(again.path())).isEqualTo(folder.resolve("run.attempt-2"));
  }

  @Test
  void aFolderIsWorkedOnByOneAtATimeAndTheOtherHearsByWhom() {
    String got =
        FolderLock.whileHeld(
            folder.resolve("new"),
            java.time.Duration.ZERO,
            "must be free",
            () -> {
              assertThatThrownBy(
                      () ->
                          FolderLock.<Integer>whileHeld(
                              folder.resolve("new"),
                              java.time.Duration.ZERO,
                              "must be free",
                              () -> 1))
                  .isInstanceOf(UserError.class)
                  .hasMessageContaining(
                      "new: must be free, got process " + ProcessHandle.current().pid() + " on ");
              return "done";
            });
    assertThat(got).isEqualTo("done");
    assertThat(
            FolderLock.<Integer>whileHeld(
                folder.resolve("new"), java.time.Duration.ZERO, "must be free", () -> 1))
        .isEqualTo(1);
  }
}

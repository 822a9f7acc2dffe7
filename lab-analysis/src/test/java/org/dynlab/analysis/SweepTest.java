package org.dynlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.dynlab.store.Caveat;
import org.dynlab.store.Ending;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.Manifest;
import org.dynlab.store.Outcome;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.dynlab.store.table.MetricWriter;
import org.dynlab.store.table.TimingWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("train.loss", "1", "loss", "every 1"), new Column("rare", "1", "r", "2"));
  private static final List<Caveat> CAVEATS =
      List.of(new Caveat("leaksTest", "watches test answers"));
  private static final int RUNS = 8;

  @TempDir private Path folder;
  private ExperimentDirectory experiment;

  @BeforeEach
  void plan() {
    List<PlannedRun> planned = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      Map<String, String> point = Map.of("rate", i < RUNS / 2 ? "0.1" : "0.01");
      planned.add(new PlannedRun(i, "abcdef", 40 + i, point));
    }
    experiment = ExperimentDirectory.create(folder.resolve("sweep"), "name: made-up\n", planned);
  }

  private RunDirectory begin(int index) {
    PlannedRun run = experiment.planned().get(index);
    Manifest manifest =
        new Manifest(
            Manifest.CURRENT_FORMAT,
            index,
            "made-up",
            run.hash(),
            run.seed(),
            run.point(),
            JsonNodeFactory.instance.objectNode(),
            Samples.PROVENANCE,
            CAVEATS,
            "2026-01-01T00:00:00Z",
            List.of(),
            "",
            null,
            null);
    return RunDirectory.create(experiment.folder(run), manifest, COLUMNS);
  }

  private static RunDirectory withRows(RunDirectory run, double... losses) {
    try (MetricWriter metrics = run.metricWriter();
        TimingWriter timing = run.timingWriter(List.of("probe"))) {
      for (int step = 0; step < losses.length; step++) {
        BitSet measured = new BitSet();
        measured.set(0);
        measured.set(1, step % 2 == 0);
        metrics.append(step, new double[] {losses[step], step}, measured);
        timing.append(step, 2.0 * step, new double[] {0.5 * step});
      }
    }
    return run;
  }

  private static void end(RunDirectory run, Outcome outcome, String reason) {
    run.end(new Ending(outcome, reason, 2), "2026-01-01T00:00:09Z");
  }

  /** One run of every kind; run 7 is never started. */
  private void fill() throws IOException {
    end(withRows(begin(0), 3, 2, 1), Outcome.COMPLETED, "budget used up");
    end(withRows(begin(1), 3, Double.NaN), Outcome.DIVERGED, "loss is NaN at step 1");
    end(withRows(begin(2), 3, 2), Outcome.INTERRUPTED, "stopped by the user");
    end(withRows(begin(3), 3, 2), Outcome.FAILED, "out of memory");
    withRows(begin(4), 3, 2);
    end(begin(5), Outcome.COMPLETED, "budget used up");
    Path broken = begin(6).path();
    Files.writeString(broken.resolve("manifest.json"), "{ not json");
  }

  @Test
  void everyPlannedRunIsThereWithItsStateAndReason() throws IOException {
    fill();
    Sweep sweep = Sweep.open(experiment.path());
    assertThat(sweep.experiment()).isEqualTo("made-up");
    assertThat(sweep.columns()).isEqualTo(COLUMNS);
    assertThat(sweep.runs().stream().map(Run::state))
        .containsExactly(
            RunState.COMPLETED,
            RunState.DIVERGED,
            RunState.INTERRUPTED,
            RunState.FAILED,
            RunState.UNFINISHED,
            RunState.COMPLETED,
            RunState.UNREADABLE,
            RunState.NOT_STARTED);
    assertThat(sweep.runs().stream().map(Run::seed)).startsWith(40L, 41L).endsWith(47L);
    assertThat(sweep.runs().get(6).reason()).contains("manifest.json");
  }

  @Test
  void exclusionsNameEveryRunThatDoesNotCountFully() throws IOException {
    fill();
    Exclusions exclusions = Sweep.open(experiment.path()).exclusions();
    assertThat(exclusions.text())
        .isEqualTo(
            "1 diverged, 1 interrupted, 1 failed, 1 unfinished, 1 without measurements,"
                + " 1 unreadable, 1 not started");
    assertThat(exclusions.entries().get(0))
        .isEqualTo(new Exclusions.Entry("001-abcdef", "diverged", "loss is NaN at step 1", true));
    assertThat(exclusions.entries().stream().filter(Exclusions.Entry::censored)).hasSize(1);
  }

  @Test
  void measuredCellsAreCurvesAndTimingIsTheLastRow() throws IOException {
    fill();
    Run run = Sweep.open(experiment.path()).runs().get(0);
    assertThat(run.curve("train.loss").orElseThrow().size()).isEqualTo(3);
    assertThat(run.curve("rare").orElseThrow().size()).isEqualTo(2);
    assertThat(run.curve("absent")).isEmpty();
    assertThat(run.steps()).isEqualTo(2);
    assertThat(run.timing()).isEqualTo(new Timing(4, 2, Map.of("probe", 1.0)));
    assertThat(run.provenance()).contains(Samples.PROVENANCE);
    assertThat(run.caveats()).isEqualTo(CAVEATS);
  }

  @Test
  void armsAreTheRunsOfOnePointInTheOrderOfThePlan() throws IOException {
    fill();
    List<Arm> arms = Sweep.open(experiment.path()).arms();
    assertThat(arms.stream().map(Arm::name)).containsExactly("rate=0.1", "rate=0.01");
    assertThat(arms.get(0).runs()).hasSize(4);
    assertThat(arms.get(0).counted()).hasSize(2);
    assertThat(arms.get(0).curves("train.loss")).hasSize(2);
    assertThat(arms.get(1).counted()).isEmpty();
  }

  @Test
  void aPlanNobodyStartedIsASweepWithoutMeasurements() {
    Sweep sweep = Sweep.open(experiment.path());
    assertThat(sweep.experiment()).isEqualTo("sweep");
    assertThat(sweep.exclusions().text()).isEqualTo("8 not started");
    assertThat(sweep.has("train.loss")).isFalse();
  }

  @Test
  void aFolderThatIsNoExperimentIsTheUsersError() {
    assertThatThrownBy(() -> Sweep.open(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be the folder of an experiment");
  }

  @Test
  void nothingExcludedIsSaidAsNone() {
    assertThat(Samples.grokking(2).exclusions().text()).isEqualTo("none");
    assertThat(Samples.grokking(2).arms().get(0).name()).isEqualTo("all runs");
  }
}

package org.dynlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.experiment.BatchMode;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Fit;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.MetricTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  private static final Probe FITS = new Probe(new Workbench.Fits(), new Cadence.Every(1));
  private static final Probe CURIOUS = new Probe(new Workbench.Curious(), new Cadence.Every(3));

  @TempDir Path folder;

  @Test
  void aRunWritesOneRowPerStateFromTheStartToTheEnd() {
    Ending ending = Workbench.standard().run(folder.resolve("a"));
    assertThat(ending).isEqualTo(new Ending(Outcome.COMPLETED, "all 30 steps done", 30));
    RunDirectory run = RunDirectory.open(folder.resolve("a"));
    MetricTable metrics = run.metrics();
    assertThat(metrics.steps()).hasSize(31).startsWith(0, 1, 2).endsWith(29, 30);
    double[] losses = metrics.series("train.loss").values();
    assertThat(losses[30]).isLessThan(0.8 * losses[0]);
    assertThat(run.manifest().ending()).isEqualTo(ending);
    assertThat(run.timing().names()).containsExactly("Fits");
  }

  @Test
  void theSameRunTwiceGivesTheSameBytes() throws IOException {
    Workbench bench = Workbench.standard().withProbes(FITS, CURIOUS);
    bench.run(folder.resolve("a"));
    bench.run(folder.resolve("b"));
    assertThat(folder.resolve("a/metrics.csv"))
        .hasSameBinaryContentAs(folder.resolve("b/metrics.csv"));
    assertThat(Files.size(folder.resolve("a/metrics.csv"))).isPositive();
  }

  @Test
  void watchingNeverChangesTheRun() {
    Workbench standard = Workbench.standard();
    for (BatchMode batch : List.of(BatchMode.full(), BatchMode.of(7), BatchMode.drawn(7))) {
      Workbench bench = standard.withBatch(batch);
      List<double[]> watched = new ArrayList<>();
      List<double[]> alone = new ArrayList<>();
      String name = batch.size().isEmpty() ? "full" : batch.replacement() ? "drawn" : "mini";
      bench.withProbes(FITS, CURIOUS).run(folder.resolve(name + "1"), watched, Progress.silent());
      bench.withProbes().run(folder.resolve(name + "2"), alone, Progress.silent());
      assertThat(watched).hasSize(30);
      for (int i = 0; i < watched.size(); i++) {
        assertThat(watched.get(i)).isEqualTo(alone.get(i));
      }
    }
  }

  @Test
  void drawnBatchesDependOnTheStepAloneAndDifferFromShuffledOnes() {
    List<double[]> drawn = new ArrayList<>();
    List<double[]> again = new ArrayList<>();
    List<double[]> shuffled = new ArrayList<>();
    Workbench bench = Workbench.standard().withBatch(BatchMode.drawn(7));
    bench.run(folder.resolve("a"), drawn, Progress.silent());
    bench.run(folder.resolve("b"), again, Progress.silent());
    Workbench.standard().withBatch(7).run(folder.resolve("c"), shuffled, Progress.silent());
    assertThat(drawn.get(29)).isEqualTo(again.get(29)).isNotEqualTo(shuffled.get(29));
  }

  @Test
  void probesMeasureAtTheirCadenceOnly() {
    Workbench.standard().withProbes(FITS, CURIOUS).run(folder.resolve("a"));
    MetricTable metrics = RunDirectory.open(folder.resolve("a")).metrics();
    assertThat(metrics.series("curious.sum").steps())
        .containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30);
    assertThat(metrics.series("eval.loss").size()).isEqualTo(31);
  }

  @Test
  void miniBatchesReportTheWholeTrainSetAndStillLearn() {
    Workbench.standard().withBatch(7).run(folder.resolve("a"));
    double[] losses =
        RunDirectory.open(folder.resolve("a")).metrics().series("train.loss").values();
    Workbench.standard().run(folder.resolve("b"));
    double[] full = RunDirectory.open(folder.resolve("b")).metrics().series("train.loss").values();
    assertThat(losses[0]).isEqualTo(full[0]);
    assertThat(losses[30]).isLessThan(0.9 * losses[0]);
  }

  @Test
  void aRunWhoseLossIsNotFiniteEndsAsDivergedAndKeepsItsRows() {
    Ending ending = Workbench.standard().withRate(1e38).run(folder.resolve("a"));
    assertThat(ending.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(ending.reason()).matches("train loss is (NaN|Infinity) at step \\d+");
    MetricTable metrics = RunDirectory.open(folder.resolve("a")).metrics();
    assertThat(metrics.steps().length).isEqualTo((int) ending.steps() + 1);
    assertThat(metrics.series("train.loss").values()[0]).isFinite();
  }

  @Test
  void stopWhenEndsARunOnceItsTargetHasHeld() {
    Ending ending =
        Workbench.standard().stoppingWhen("train.loss", 0.01, 4).run(folder.resolve("a"));
    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ending.steps()).isEqualTo(3);
    assertThat(ending.reason())
        .isEqualTo("reached train.loss >= 0.01 at 4 measured steps in a row");
  }

  @Test
  void stoppingByAColumnThatNoProbeMeasuresIsRefusedBeforeAnythingIsWritten() {
    Workbench bench = Workbench.standard().stoppingWhen("eval.acuracy", 0.9, 1);
    assertThatThrownBy(() -> bench.run(folder.resolve("a")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "budget.stopWhen.column: must be a column that a probe measures, got eval.acuracy"
                + " (did you mean eval.accuracy?)");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aRequestToStopEndsTheRunAsInterrupted() {
    Progress impatient =
        new Progress() {
          private long last;

          @Override
          public void at(long step, long steps, Fit train, double evalAccuracy) {
            last = step;
          }

          @Override
          public void noted(String note) {}

          @Override
          public boolean stopRequested() {
            return last >= 4;
          }
        };
    Ending ending = Workbench.standard().run(folder.resolve("a"), new ArrayList<>(), impatient);
    assertThat(ending).isEqualTo(new Ending(Outcome.INTERRUPTED, "stopped on request", 4));
  }

  @Test
  void anExceptionEndsTheRunAsFailedWithItsTraceAndItsRowsKept() {
    Probe broken = new Probe(new Workbench.Broken(), new Cadence.Every(1));
    Ending ending = Workbench.standard().withProbes(FITS, broken).run(folder.resolve("a"));
    assertThat(ending)
        .isEqualTo(
            new Ending(Outcome.FAILED, "java.lang.IllegalStateException: the probe broke", 5));
    assertThat(folder.resolve("a").resolve(RunDirectory.ERROR_FILE))
        .content()
        .contains("the probe broke");
    assertThat(RunDirectory.open(folder.resolve("a")).metrics().steps()).hasSize(5);
  }

  @Test
  void aRunThatHasAResultIsLeftAloneAndAnotherOneIsRefused() throws IOException {
    Ending first = Workbench.standard().run(folder.resolve("a"));
    byte[] manifest = Files.readAllBytes(folder.resolve("a/manifest.json"));
    assertThat(Workbench.standard().run(folder.resolve("a"))).isEqualTo(first);
    assertThat(folder.resolve("a/manifest.json")).hasBinaryContent(manifest);

    String other = Files.readString(folder.resolve("a/manifest.json"));
    Files.writeString(
        folder.resolve("a/manifest.json"),
        other.replace("0123abcd", "89abcdef").replace("\"completed\"", "\"interrupted\""));
    assertThatThrownBy(() -> Workbench.standard().run(folder.resolve("a")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be absent, empty or hold this run, got another one, 89abcdef");
  }
}

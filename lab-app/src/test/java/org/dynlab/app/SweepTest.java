package org.dynlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.JournalEntry;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.MetricTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a file to a report, with real workers. */
class SweepTest {
  @TempDir private Path folder;
  private final RecordingConsole console = new RecordingConsole();

  private int run(Path config, Path out, String... more) {
    Stream<String> args = Stream.of("run", config.toString(), "--out", out.toString());
    return console.call(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
  }

  private static List<RunDirectory> runs(Path experiment) {
    return ExperimentDirectory.open(experiment).runs();
  }

  private static Set<Path> files(Path root) throws IOException {
    try (Stream<Path> walked = Files.walk(root)) {
      return walked.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }

  @Test
  void aSweepIsRunReportedSkippedAndProtected() throws IOException {
    Path config = TinyExperiment.in(folder);
    Path tiny = folder.resolve("runs/tiny");

    assertThat(run(config, folder.resolve("runs"))).isEqualTo(0);
    assertThat(console.out())
        .contains("completed     20", "PASS  the loss is small in the end", "report:  " + tiny);
    assertThat(console.err()).contains("run 000, seed 0: completed after 20 steps", "[2/2]");
    assertThat(tiny.resolve("report.html")).isNotEmptyFile();
    assertThat(tiny.resolve("figures/accuracy.png")).isNotEmptyFile();
    assertThat(runs(tiny)).hasSize(2).allSatisfy(SweepTest::isWhole);
    assertThat(events(tiny))
        .startsWith("started", "runStarted")
        .endsWith("runEnded", "ended")
        .hasSize(6);
    assertThat(tiny.resolve("logs")).isEmptyDirectory();

    secondCallSkips(config, tiny);
    changedExperimentIsRefused(config, tiny);
    reportAgain(tiny);
  }

  private static void isWhole(RunDirectory run) {
    assertThat(run.manifest().ending().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.manifest().provenance().threads()).isEqualTo(1);
    MetricTable metrics = run.metrics();
    assertThat(metrics.steps()).hasSize(21);
    assertThat(metrics.columns())
        .startsWith("train.loss", "train.accuracy", "eval.loss", "eval.accuracy");
    assertThat(metrics.series("weight.all.l2").steps()).containsExactly(0, 5, 10, 15, 20);
  }

  private static List<String> events(Path experiment) {
    return ExperimentDirectory.open(experiment).journal().stream()
        .map(JournalEntry::event)
        .toList();
  }

  private void secondCallSkips(Path config, Path tiny) throws IOException {
    byte[] before = Files.readAllBytes(tiny.resolve("journal.jsonl"));
    assertThat(run(config, folder.resolve("runs"))).isEqualTo(0);
    assertThat(console.err()).isEqualTo("lab: " + tiny + ": 2 runs, 2 of them done before\n");
    assertThat(console.out()).contains("PASS  the loss is small in the end");
    assertThat(tiny.resolve("journal.jsonl")).hasBinaryContent(before);
  }

  private void changedExperimentIsRefused(Path config, Path tiny) throws IOException {
    Set<Path> before = files(tiny);
    assertThat(run(config, folder.resolve("runs"), "--set", "task.modulus=11")).isEqualTo(2);
    assertThat(console.err().lines())
        .first()
        .isEqualTo(
            tiny
                + ": must hold the same experiment, got another one, lines that differ: 1"
                + " (choose another --out or name)");
    assertThat(console.err()).hasLineCount(2).contains("modulus: 7", "modulus: 11");
    assertThat(files(tiny)).isEqualTo(before);
  }

  private void reportAgain(Path tiny) throws IOException {
    Files.delete(tiny.resolve("report.html"));
    assertThat(console.call("report", tiny.toString())).isEqualTo(0);
    assertThat(tiny.resolve("report.html")).isNotEmptyFile();
    assertThat(console.out()).contains("PASS  the loss is small in the end");
  }

  @Test
  void aLargerSweepKeepsTheRunsThatAreThere() throws IOException {
    Path out = folder.resolve("runs");
    String over = "sweep.over={task.modulus: [%s]}";
    Path config = TinyExperiment.in(folder, "seeds: 2", "seeds: 1");
    assertThat(run(config, out, "--set", over.formatted("5"))).isEqualTo(0);
    Path old = runs(out.resolve("tiny")).get(0).path();
    byte[] before = Files.readAllBytes(old.resolve("manifest.json"));

    assertThat(run(config, out, "--set", over.formatted("3, 5, 7"))).isEqualTo(0);
    assertThat(console.err()).contains("3 runs, 1 of them done before", "run 001, seed 0");
    assertThat(runs(out.resolve("tiny")))
        .extracting(run -> run.manifest().index() + " " + run.manifest().point())
        .containsExactly("0 {task.modulus=5}", "1 {task.modulus=3}", "2 {task.modulus=7}");
    assertThat(old.resolve("manifest.json")).hasBinaryContent(before);

    assertThat(run(config, out, "--set", over.formatted("7, 3"))).isEqualTo(2);
    assertThat(console.err())
        .contains("must keep all its runs, got a sweep without 1 of 3")
        .hasLineCount(2);
  }

  @Test
  void equalSpecsAndSeedsGiveEqualBytesOnAnyNumberOfWorkers() throws IOException {
    Path config = TinyExperiment.in(folder, "seeds: 2", "seeds: 3");
    assertThat(run(config, folder.resolve("a"), "--jobs", "1")).isEqualTo(0);
    assertThat(run(config, folder.resolve("b"), "--jobs", "3")).isEqualTo(0);
    List<RunDirectory> a = runs(folder.resolve("a/tiny"));
    List<RunDirectory> b = runs(folder.resolve("b/tiny"));
    assertThat(a).hasSize(3);
    for (int i = 0; i < a.size(); i++) {
      assertThat(a.get(i).path().resolve("metrics.csv"))
          .hasSameBinaryContentAs(b.get(i).path().resolve("metrics.csv"));
    }
    assertThat(a.get(0).metrics().rows()).isEqualTo(21);
  }

  @Test
  void aRunThatDivergesKeepsItsRowsAndTheSweepGoesOn() throws IOException {
    Path config =
        TinyExperiment.in(
            folder,
            "sweep: {seeds: 2}",
            "sweep: {seeds: 1, over: {\"optimizer[0].learningRate\": [1.0e+30, 0.1]}}");
    int code = run(config, folder.resolve("runs"), "--jobs", "1");
    List<RunDirectory> runs = runs(folder.resolve("runs/tiny"));
    assertThat(runs)
        .extracting(run -> run.manifest().ending().outcome())
        .containsExactly(Outcome.DIVERGED, Outcome.COMPLETED);
    assertThat(runs.get(0).metrics().rows()).isGreaterThan(0);
    assertThat(runs.get(0).manifest().ending().reason()).startsWith("train loss is ");
    assertThat(console.out()).contains("diverged", "FAIL  the loss is small in the end");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void settingsReachEveryRunAndTheDryRunWritesNothing() throws IOException {
    Path config = TinyExperiment.in(folder);
    int code =
        run(
            config,
            folder.resolve("runs"),
            "--jobs",
            "2",
            "--dry-run",
            "--set",
            "sweep.over={batch: [full, 5]}");
    assertThat(code).isEqualTo(0);
    assertThat(console.out())
        .startsWith("tiny: 4 runs\n")
        .contains("batch=full", "batch=5")
        .containsPattern("estimate: at most .* s with 2 workers and .* MB on disk \\(2 of 2 points")
        .hasLineCount(7);
    assertThat(console.err()).isEmpty();
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aDryRunInAFolderThatIsThereShowsItsNumbersAndWhatIsDone() throws IOException {
    Path config = TinyExperiment.in(folder, "seeds: 2", "seeds: [5, 3]");
    assertThat(run(config, folder.resolve("runs"))).isEqualTo(0);
    TinyExperiment.in(folder, "seeds: 2", "seeds: [4, 3, 5]");
    assertThat(run(config, folder.resolve("runs"), "--dry-run")).isEqualTo(0);
    List<String> lines = console.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("tiny: 3 runs, 2 of them done before");
    assertThat(lines.subList(2, 5).stream().map(line -> line.replaceAll("-[0-9a-f]+", "-#")))
        .containsExactly("  0  000-#     5  done", "  1  001-#     3  done", "  2  002-#     4  -");
    assertThat(lines.get(5)).contains("1 worker", "1 of 1 point");
    assertThat(folder.resolve("runs/tiny/plan.jsonl")).content().hasLineCount(2);

    TinyExperiment.in(folder, "seeds: 2", "seeds: 1");
    assertThat(run(config, folder.resolve("runs"), "--dry-run")).isEqualTo(2);
    assertThat(console.err()).contains("must keep all its runs, got a sweep without 2 of 2");
  }
}

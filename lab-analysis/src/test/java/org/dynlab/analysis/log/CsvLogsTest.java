package org.dynlab.analysis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dynlab.analysis.log.LogFolder.STEP;
import static org.dynlab.analysis.log.LogFolder.points;
import static org.dynlab.analysis.log.LogFolder.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLogsTest {
  @TempDir Path temporary;
  private LogFolder logs;

  @BeforeEach
  void makeFolder() {
    logs = new LogFolder(temporary.resolve("logs"));
  }

  private static Run run(Logs read, int index) {
    return read.sweep().runs().get(index);
  }

  @Test
  void eachFileIsARunNamedAfterIt() {
    Path second = logs.put("seed2.csv", "step,l2\n0,1\n10,2\n");
    Path first = logs.put("seed1.csv", "step,l2\n0,3\n10,4\n");
    Logs read = CsvLogs.read(List.of(second, first), STEP);
    Sweep sweep = read.sweep();
    assertThat(sweep.experiment()).isEqualTo("logs");
    assertThat(sweep.runs()).extracting(Run::name).containsExactly("seed2", "seed1");
    assertThat(sweep.runs()).extracting(Run::seed).containsExactly(0L, 1L);
    assertThat(sweep.runs()).extracting(Run::steps).containsExactly(10L, 10L);
    assertThat(sweep.arms()).extracting(Arm::name).containsExactly("all runs");
    assertThat(sweep.columns()).extracting(c -> c.name()).containsExactly("l2");
    assertThat(points(run(read, 1), "l2")).isEqualTo("0=3.0 10=4.0");
    assertThat(read.omissions())
        .containsExactly(
            new Omission(
                "the runs",
                "seeds",
                "the logs do not tell them: the numbers of the runs stand for them"));
  }

  @Test
  void filesOfOneNameAreToldApartByTheirFolders() {
    String text = "step,l2\n0,1\n1,2\n";
    List<Path> files =
        List.of(logs.put("x/a/m.csv", text), logs.put("x/b/m.csv", text), logs.put("c.csv", text));
    assertThat(CsvLogs.read(files, STEP).sweep().runs())
        .extracting(Run::name)
        .containsExactly("a/m", "b/m", "logs/c");
  }

  @Test
  void runsOfSeveralFoldersAreSaidToBeTakenAsOneExperiment() {
    String text = "step,l2\n0,1\n1,2\n";
    Path first = logs.put("adam/1.csv", text);
    Path second = logs.put("adam/2.csv", text);
    Path other = logs.put("wand/1.csv", text);
    assertThat(CsvLogs.read(List.of(first, second, other), STEP).omissions())
        .extracting(Omission::what)
        .containsExactly("come from 2 folders", "seeds");
    assertThat(CsvLogs.read(List.of(first, other), STEP).omissions())
        .extracting(Omission::what)
        .containsExactly("seeds");
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() {
    Path file = logs.put("a.csv", "step,l2\n0,1\n1,2\n");
    assertThat(CsvLogs.read(List.of(file, file), STEP).sweep().runs()).hasSize(1);
  }

  @Test
  void aLongFileHoldsRunsWhoseRowsMayAlternate() {
    Logs read = logs.read("step,l2,run\n0,1,7\n0,2,8\n10,3,7\n10,4,8\n", runs("run"));
    assertThat(read.sweep().experiment()).isEqualTo("a");
    assertThat(read.sweep().runs()).extracting(Run::name).containsExactly("7", "8");
    assertThat(read.sweep().runs()).extracting(Run::seed).containsExactly(7L, 8L);
    assertThat(points(run(read, 0), "l2")).isEqualTo("0=1.0 10=3.0");
    assertThat(points(run(read, 1), "l2")).isEqualTo("0=2.0 10=4.0");
    assertThat(read.omissions()).isEmpty();
  }

  @Test
  void runsOfOneNameInSeveralFilesAreDifferentRuns() {
    Logs read = logs.readAll(runs("run"), "step,l2,run\n0,1,a\n9,1,a\n", "step,run,l2\n0,a,2\n");
    assertThat(read.sweep().runs()).extracting(Run::name).containsExactly("0/a", "1/a");
    assertThat(read.sweep().runs()).extracting(Run::seed).containsExactly(0L, 1L);
  }

  @Test
  void armColumnsGroupRunsAndTheSameRunNameInTwoArmsIsTwoRuns() {
    CsvLogs.Layout layout =
        new CsvLogs.Layout("step", Optional.of("seed"), List.of("rule", "lr"), List.of("l2"));
    String text = "rule,lr,seed,step,l2\nadam,0.1,1,0,5\nsgd,0.1,1,0,6\nadam,0.1,1,1,7\n";
    Logs read = logs.read(text, layout);
    assertThat(read.sweep().arms())
        .extracting(Arm::settings)
        .containsExactly(Map.of("rule", "adam", "lr", "0.1"), Map.of("rule", "sgd", "lr", "0.1"));
    assertThat(read.sweep().runs())
        .extracting(Run::name)
        .containsExactly("1 of rule=adam, lr=0.1", "1 of rule=sgd, lr=0.1");
    assertThat(points(run(read, 0), "l2")).isEqualTo("0=5.0 1=7.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "step,l2,var\n0,1.5,2\n10,-2e-3,3\n",
        "step;l2;var\r\n0;1.5;2\r\n10;-2e-3;3\r\n",
        "step\tl2\tvar\n0\t1.5\t2\n10\t-2e-3\t3\n",
        "\uFEFFstep,l2,var\n0,1.5,2\n10,-2e-3,3\n",
        "\"step\",\"l2\",\"var\"\n\"0\",\"1.5\",\"2\"\n\"10\",\"-2e-3\",\"3\"\n",
        "\"step\",\"l2\",\"var\"\r\n\"0\",\"1.5\",\"2\"\r\n\"10\",\"-2e-3\",\"3\"\r\n",
        "step, l2, var\n0, 1.5, 2\n10, -2e-3, 3\n",
        "\nstep,l2,var\n\n0,1.5,2\n10,-.002,3.\n\n",
        "step,l2,var\n0.0,+1.5,2,\n1e1,-0.002,03,\n",
        "var,l2,step\n2,1.5,0\n3,-2E-03,10",
      })
  void separatorsQuotesBlanksLineEndsAndMarksDoNotMatter(String text) {
    Logs read = logs.read(text, STEP);
    assertThat(points(run(read, 0), "l2")).isEqualTo("0=1.5 10=-0.002");
    assertThat(points(run(read, 0), "var")).isEqualTo("0=2.0 10=3.0");
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotesAndLineBreaks() {
    String text = "step,d,\"a \"\"b\"\", c\",note\n0,9,1,\"x, \"\"y\"\"\nz\"\n1,9,2,\"\"\n2,9,t,\n";
    Logs read = logs.read(text, STEP);
    assertThat(logs.lines(read))
        .containsExactly(
            "column a \"b\", c: left out: holds text, first \"t\" in a.csv:5",
            "column note: left out: holds text, first \"x, \"y\" z\" in a.csv:2");
  }

  @Test
  void emptyCellsAreNotMeasuredAndColumnsWithoutAnyAreListed() {
    Logs read = logs.read("step,train,eval,none\n0,1,,\n1,2,5,NA\n2,None,6,null\n3,4,,\n", STEP);
    assertThat(points(run(read, 0), "train")).isEqualTo("0=1.0 1=2.0 3=4.0");
    assertThat(points(run(read, 0), "eval")).isEqualTo("1=5.0 2=6.0");
    assertThat(run(read, 0).curves()).containsOnlyKeys("train", "eval");
    assertThat(logs.lines(read))
        .containsExactly("column none: left out: no cell of it is measured");
  }

  @Test
  void rowsOfOneStepAreJoined() {
    Logs read = logs.read("step,train,eval\n0,1,\n0,,2\n5,3,\n5,,4\n", STEP);
    assertThat(points(run(read, 0), "train")).isEqualTo("0=1.0 5=3.0");
    assertThat(points(run(read, 0), "eval")).isEqualTo("0=2.0 5=4.0");
    assertThat(logs.lines(read)).isEmpty();
  }

  @Test
  void aLaterRowOfTheSameStepCountsAndRowsAreSorted() {
    Logs read = logs.read("step,l2\n0,1\n20,3\n10,2\n20,4\n30,5\n", STEP);
    assertThat(points(run(read, 0), "l2")).isEqualTo("0=1.0 10=2.0 20=4.0 30=5.0");
    assertThat(logs.lines(read))
        .containsExactly(
            "a.csv: 1 row: steps that fall behind those of the row before:"
                + " all rows were sorted by step",
            "a.csv: 1 cell: a later row has the same step: the later cell counts");
  }

  @Test
  void nanAndInfinityAreKeptAndListed() {
    Logs read = logs.read("step,l2\n0,nan\n1,-Inf\n2,3\n3,Infinity\n4,NaN\n", STEP);
    assertThat(points(run(read, 0), "l2")).isEqualTo("0=NaN 1=-Infinity 2=3.0 3=Infinity 4=NaN");
    assertThat(logs.lines(read))
        .containsExactly(
            "column l2: 4 cells NaN or infinite: kept as they are, the first one in a.csv:2");
  }

  @Test
  void whatIsCutOrTooShortIsLeftOutAndListed() {
    Logs read =
        logs.readAll(
            STEP,
            "step,l2,var\n0,1,2\n1,1\n2\n3,4,5\n4,1,1e-",
            "step,l2,var\n0,1,2\n,7,7\n9,8,",
            "step,l2,var\n0,1,2\n9");
    assertThat(points(run(read, 0), "l2")).isEqualTo("0=1.0 3=4.0");
    assertThat(points(run(read, 1), "l2")).isEqualTo("0=1.0 9=8.0");
    assertThat(logs.lines(read))
        .containsExactly(
            "0.csv: 2 rows: each has fewer cells than the header, the first one is 0.csv:3",
            "0.csv:6: the row: it is cut short: var must be a number, got \"1e-\"",
            "1.csv:3: the row: it has no step",
            "1.csv:4: the last row: it counts, but no line feed ends it: a log that is still"
                + " written may cut its last cell",
            "2.csv:3: the row: it has fewer cells than the header",
            "2.csv: one row: it counts, but a single step has no course");
  }

  @Test
  void filesWithoutRowsAreRunsThatDoNotCount() {
    Logs read = logs.readAll(STEP, "", "step,l2\n", "step,l2\n0,1\n1,2\n");
    assertThat(read.sweep().runs())
        .extracting(Run::state)
        .containsExactly(RunState.NOT_STARTED, RunState.NOT_STARTED, RunState.COMPLETED);
    assertThat(read.sweep().exclusions().text()).isEqualTo("2 not started");
    assertThat(logs.lines(read))
        .containsExactly(
            "0.csv: the run: the file is empty",
            "1.csv: the run: no row below the header has a step");
  }

  @Test
  void columnsThatOnlySomeFilesHaveAreReadAndListed() {
    Logs read =
        logs.readAll(
            STEP, "step,a,b\n0,1,2\n1,3,4\n", "step,c,a\n0,5,6\n1,7,8\n", "step,a\n0,1\n1,2\n");
    assertThat(run(read, 1).curves()).containsOnlyKeys("a", "c");
    assertThat(points(run(read, 1), "a")).isEqualTo("0=6.0 1=8.0");
    assertThat(logs.lines(read))
        .containsExactly(
            "column b: not in all files: without it is 1.csv and 1 more",
            "column c: not in all files: without it is 0.csv and 1 more");
  }

  @Test
  void aColumnThatHoldsTextInOneFileIsLeftOutOfAllRuns() {
    Logs read = logs.readAll(STEP, "step,a,b\n0,1,2\n1,3,x\n", "step,a,b\n0,5,6\n1,7,8\n");
    assertThat(run(read, 0).curves()).containsOnlyKeys("a");
    assertThat(run(read, 1).curves()).containsOnlyKeys("a");
    assertThat(logs.lines(read).toString()).contains("column b: left out: holds text, first \"x\"");
  }

  @Test
  void aColumnWithoutANameIsListed() {
    Logs read = logs.read(",step,a\n0,0,1\n1,10,2\n", STEP);
    assertThat(run(read, 0).curves()).containsOnlyKeys("a");
    assertThat(logs.lines(read)).containsExactly("a.csv: column 1: it has no name");
  }

  @Test
  void runsOfDifferentLengthsCountEachToItsOwnEnd() {
    Logs read = logs.readAll(STEP, "step,a\n0,1\n1,2\n", "step,a\n0,1\n1,2\n2,3\n");
    assertThat(read.omissions())
        .contains(
            new Omission(
                "the runs", "end at different steps, 1 to 2", "each counts up to its own end"));
  }

  @Test
  void aSingleRunIsSaid() {
    assertThat(logs.read("step,a\n0,1\n1,2\n", STEP).omissions())
        .contains(new Omission("the runs", "only one", "nothing tells how runs differ"));
  }
}

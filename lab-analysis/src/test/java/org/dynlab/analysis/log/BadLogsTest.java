package org.dynlab.analysis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dynlab.analysis.log.LogFolder.STEP;
import static org.dynlab.analysis.log.LogFolder.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What analysis cannot go on with is one line with file and line. */
class BadLogsTest {
  @TempDir Path temporary;
  private LogFolder logs;

  @BeforeEach
  void makeFolder() {
    logs = new LogFolder(temporary.resolve("logs"));
  }

  private void assertRefused(String line, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.getMessage().replace(logs.folder() + "/", "")).isEqualTo(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Step,l2~0,1~ | a.csv:1: must have the column step, got Step,l2 (did you mean Step?)",
        "0,1~1,2~ | a.csv:1: must be a header that names the columns, got 0,1",
        "step,l2,l2~0,1,2~ | a.csv:1: must not repeat a column, got l2",
        "step~0~1~ | a.csv:1: must have a column to read, got step",
        "step,l2~0,1~1.5,2~2,3~ | a.csv:3: step must be a whole number from 0, got \"1.5\"",
        "step,l2~0,1~-1,2~2,3~ | a.csv:3: step must be a whole number from 0, got \"-1\"",
        "step,l2~0,1~nan,2~2,3~ | a.csv:3: step must be a whole number from 0, got \"nan\"",
        "step,l2~0,1~1e300,2~2,3~ | a.csv:3: step must be a whole number from 0, got \"1e300\"",
        "step,l2~0,1~one,2~2,3~ | a.csv:3: step must be a whole number from 0, got \"one\"",
        "step,l2~0,1,5~1,2,5~ | a.csv:2: must have 2 cells as the header has, got 3 (numbers need a"
            + " decimal point, text with commas needs quotes)",
        "step;l2~0;1~1;2;5~ | a.csv:3: must have 2 cells as the header has, got 3",
        "step,l2~0,1~1,\"2~2,3~ | a.csv:3: must close the quote of cell 2, got no quote",
        "step,l2~0,1~1,\"2\"x,3~ | a.csv:3: must have nothing between a closing quote and the next"
            + " cell, got x",
        "step,l2~0,1~5,2~0,3~ | a.csv:4: step must not begin again, got 0 (is there a column that"
            + " tells runs apart?)",
        "step,l2~ | a.csv: must hold a number in a column to read, got none (column l2: left out: no"
            + " cell of it is measured)",
        "step,l2~0,x~1,y~ | a.csv: must hold a number in a column to read, got none (column l2: left"
            + " out: holds text, first \"x\" in a.csv:2)",
        "step;l2~0;1,5~1;2,5~ | a.csv: must hold a number in a column to read, got none (column l2:"
            + " left out: holds text, first \"1,5\" in a.csv:2 (write decimal points, not commas))",
        "step,\"a~b~c~d | a.csv:1: must close the quote of cell 2, got no quote",
      })
  void aBadFileIsOneLine(String text, String line) {
    assertRefused(line, () -> logs.read(text.replace("~", "\n"), STEP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "step,l2~0,1~1,abc~2,3~ | a.csv:3: l2 must be a number, got \"abc\"",
        "step;l2~0;1~1;2,5~2;3~ | a.csv:3: l2 must be a number, got \"2,5\" (write decimal points,"
            + " not commas)",
        "step,l2~0,1~1,0x10~ | a.csv:3: l2 must be a number, got \"0x10\"",
        "step,l2~0,1~1,true~ | a.csv:3: l2 must be a number, got \"true\"",
        "step,L2~0,1~ | a.csv:1: must have the column l2, got step,L2 (did you mean L2?)",
      })
  void aColumnThatWasAskedForMustBeThereAndHoldNumbers(String text, String line) {
    assertRefused(line, () -> logs.read(text.replace("~", "\n"), STEP.reading(List.of("l2"))));
  }

  @Test
  void allMissingColumnsAreSaidAtOnceWithHowManyFilesLackThem() {
    String text = "step,l1,var_w\n0,1,2\n";
    assertRefused(
        "0.csv:1: must have the column l2, got step,l1,var_w (did you mean l1? 2 more files lack it)"
            + "\n0.csv:1: must have the column zzzzz, got step,l1,var_w (2 more files lack it)",
        () -> logs.readAll(STEP.reading(List.of("l2", "zzzzz")), text, text, text));
  }

  @Test
  void manyBadFilesAreTenLinesAndHowManyMore() {
    String[] texts = new String[13];
    Arrays.fill(texts, "step,l2\n0,1\nx,2\n");
    assertThatThrownBy(() -> logs.readAll(STEP, texts))
        .isInstanceOf(UserError.class)
        .satisfies(error -> assertThat(error.getMessage().lines()).hasSize(11))
        .hasMessageEndingWith("other files: must be right too, got 3 more problems");
  }

  @Test
  void filesThatShareNoColumnAreNotOneExperiment() {
    assertRefused(
        "1.csv:1: must share a column with the other logs, got acc"
            + " (logs of several experiments are read in several calls)",
        () -> logs.readAll(STEP, "step,l2\n0,1\n", "step,acc\n0,1\n"));
  }

  @Test
  void twoArmsInAFileNeedARunColumn() {
    CsvLogs.Layout layout = new CsvLogs.Layout("step", Optional.empty(), List.of("lr"), List.of());
    assertRefused(
        "a.csv:3: must name the arm of the rows before, as no column tells runs apart, got 0.2"
            + " (theirs is 0.1)",
        () -> logs.read("lr,step,l2\n0.1,0,1\n0.2,0,1\n", layout));
  }

  @Test
  void aRunThatBeginsAgainUnderItsNameIsRefused() {
    assertRefused(
        "a.csv:4: step must not begin again, got 0 (are two runs of one name?)",
        () -> logs.read("run,step,l2\na,0,1\na,5,1\na,0,2\n", runs("run")));
  }

  @Test
  void aColumnHasOneMeaning() {
    assertThatThrownBy(() -> STEP.reading(List.of("l2", "step")))
        .hasMessage(
            "column step: must be named once: as step, run, arm or column to read,"
                + " got a second time");
  }

  @Test
  void foldersAndAbsentFilesAreRefused() {
    logs.put("a.csv", "step,l2\n0,1\n");
    Path folder = logs.folder();
    assertRefused(
        folder + ": must be a file, got a folder (name its files: '*.csv')",
        () -> CsvLogs.read(List.of(folder), STEP));
    assertRefused(
        "b.csv: must be a file, got nothing of that name",
        () -> CsvLogs.read(List.of(folder.resolve("b.csv")), STEP));
    assertThatThrownBy(() -> CsvLogs.read(List.of(), STEP))
        .hasMessage("logs: must be at least one file, got none");
  }

  @Test
  void whatIsNoTextIsRefused() {
    String text = "step,l2\n0,1\n";
    assertRefused(
        "a.csv: must be text in UTF-8, got UTF-16 (write it in UTF-8)",
        () ->
            CsvLogs.read(List.of(logs.put("a.csv", text.getBytes(StandardCharsets.UTF_16))), STEP));
    assertRefused(
        "a.csv: must be text in UTF-8, got gzip (unpack it first)",
        () -> CsvLogs.read(List.of(logs.put("a.csv", new byte[] {0x1f, (byte) 0x8b, 8, 0})), STEP));
    assertRefused("a.csv: must be text in UTF-8, got a byte 0", () -> logs.read("PK\0", STEP));
    assertRefused(
        "a.csv:1: must end lines with line feeds, got carriage returns",
        () -> logs.read("step,l2\r0,1\r", STEP));
  }

  @Test
  void aRowWithoutEndIsRefusedInLittleMemory() {
    byte[] bytes = new byte[(1 << 24) + 100];
    Arrays.fill(bytes, (byte) 'x');
    assertRefused(
        "a.csv:1: must be a row of less than 16777216 bytes, got a longer one (is a quote not"
            + " closed?)",
        () -> CsvLogs.read(List.of(logs.put("a.csv", bytes)), STEP));
  }
}

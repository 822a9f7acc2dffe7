package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunDirectoryTest {
  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("runs/adam-vs-wand/003-5f2c9a01d3");
  }

  private RunDirectory create() {
    return RunDirectory.create(folder(), SampleRun.manifest(3), SampleRun.COLUMNS);
  }

  @Test
  void whatWasCreatedIsOpenedAgain() {
    assertThat(RunDirectory.isRun(folder())).isFalse();
    RunDirectory created = create();
    RunDirectory opened = RunDirectory.open(folder());
    assertThat(RunDirectory.isRun(folder())).isTrue();
    assertThat(opened.path()).isEqualTo(folder());
    assertThat(opened.manifest()).isEqualTo(created.manifest()).isEqualTo(SampleRun.manifest(3));
    assertThat(opened.manifest().isOver()).isFalse();
    assertThat(opened.columns()).isEqualTo(SampleRun.COLUMNS);
    assertThat(opened).hasToString(folder().toString());
  }

  @Test
  void aRunWithoutARowHasEmptyTables() {
    RunDirectory run = create();
    assertThat(run.metrics().steps()).isEmpty();
    assertThat(run.metrics().torn()).isFalse();
    assertThat(run.metrics().series("train.loss").size()).isZero();
    assertThat(run.timing().names()).isEmpty();
    assertThat(run.timing().step()).isZero();
    assertThat(run.timing().wallSeconds()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyEndingIsReadAsItWasWritten(Outcome outcome) {
    Ending ending = new Ending(outcome, "because: \"ü\"", 17);
    create().end(ending, "2026-01-02T03:05:06Z");
    Manifest manifest = RunDirectory.open(folder()).manifest();
    assertThat(manifest.ending()).isEqualTo(ending);
    assertThat(manifest.ended()).isEqualTo("2026-01-02T03:05:06Z");
    assertThat(manifest.isOver()).isTrue();
  }

  @Test
  void anInterruptedThreadCanStillSayHowItEnded() {
    RunDirectory run = create();
    Thread.currentThread().interrupt();
    run.end(new Ending(Outcome.INTERRUPTED, "by hand", 5), "2026-01-02T03:05:06Z");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(RunDirectory.open(folder()).manifest()).isEqualTo(run.manifest());
  }

  @Test
  void anEmptyFolderIsTakenAndAFullOneIsNot() throws IOException {
    Files.createDirectories(folder());
    create();
    assertThatThrownBy(this::create)
        .isInstanceOf(UserError.class)
        .hasMessage(folder() + ": must be absent or empty, got a folder with manifest.json");
  }

  @Test
  void aFileInTheWayIsSaidAndKept() {
    Path file = SampleRun.put(temporary.resolve("runs"), "mine");
    assertThatThrownBy(this::create)
        .isInstanceOf(UserError.class)
        .hasMessage(
            folder() + ": must be a folder, got a file at " + file + " (choose another --out)");
    assertThat(SampleRun.text(file)).isEqualTo("mine");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsSaid() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(temporary)).as("root may write everywhere").isFalse();
    assertThatThrownBy(this::create)
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s: must be writable, got no right to write in %s".formatted(folder(), temporary));
  }

  @Test
  void aFolderThatIsNoRunIsSaid() {
    assertThatThrownBy(() -> RunDirectory.open(temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(temporary + ": must be the folder of a run, got no manifest.json in it");
  }

  @Test
  void columnNamesThatBreakTheTableAreRefusedTogether() {
    List<Column> columns =
        List.of(
            new Column("a,b", "1", ""),
            new Column("step", "1", ""),
            new Column("c", "1", ""),
            new Column("c", "1", ""));
    assertThatThrownBy(() -> RunDirectory.create(folder(), SampleRun.manifest(0), columns))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            column a,b: must be a name without comma, quote or blank, got a,b
            column step: must be there once, got a second one
            column c: must be there once, got a second one""");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aSecondWriterIsRefusedAndNothingIsRewritten() throws IOException {
    RunDirectory run = SampleRun.write(folder());
    Path metrics = folder().resolve("metrics.csv");
    Path timing = folder().resolve("timing.csv");
    byte[] metricBytes = Files.readAllBytes(metrics);
    byte[] timingBytes = Files.readAllBytes(timing);
    String refusal = ": must not exist yet, got a file (rows that were written stay as they are)";
    assertThatThrownBy(() -> run.metricWriter().close())
        .isInstanceOf(UserError.class)
        .hasMessage(metrics + refusal);
    assertThatThrownBy(() -> run.timingWriter(List.of()).close())
        .isInstanceOf(UserError.class)
        .hasMessage(timing + refusal);
    assertThat(Files.readAllBytes(metrics)).isEqualTo(metricBytes);
    assertThat(Files.readAllBytes(timing)).isEqualTo(timingBytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'formatVersion': 1 | 'formatVersion': 2 | formatVersion: must be at most 1, got 2 (the run"
            + " was made by a newer version of the lab; use that one to read it)",
        "'formatVersion': 1 | 'formatVersion': 0 | formatVersion: must be a whole number from 1,"
            + " got 0",
        "'formatVersion' | 'version' | formatVersion: must be a whole number from 1, got nothing",
        "'threads': 1 | 'threads': 'many' | provenance.threads: must be what"
            + " docs/run-directory.md says, got 'many'",
        "'seed' | 'sead' | seed: must be what docs/run-directory.md says, got nothing",
        "'ended': '' | 'over': '' | ended: must be what docs/run-directory.md says, got nothing",
        "null | {'outcome': 'lost', 'reason': '', 'steps': 1} | ending.outcome: must be what"
            + " docs/run-directory.md says, got 'lost'",
        "null | {'outcome': 'failed', 'reason': '', 'steps': -1} | ending: must be what"
            + " docs/run-directory.md says, got steps must not be negative, got -1",
      })
  void aManifestThatCannotBeUnderstoodIsSaid(String whole, String broken, String message) {
    create();
    Path file = folder().resolve("manifest.json");
    SampleRun.put(file, SampleRun.text(file).replace(quoted(whole), quoted(broken)));
    assertThatThrownBy(() -> RunDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(file + ": " + quoted(message));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void halfAManifestIsSaid() {
    create();
    Path file = folder().resolve("manifest.json");
    SampleRun.put(file, SampleRun.text(file).substring(0, 100));
    assertThatThrownBy(() -> RunDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file + ": must be JSON, got Unexpected end-of-input");
  }

  @Test
  void aManifestFromBeforeThereWereCaveatsHasNone() {
    SampleRun.write(folder());
    Path file = folder().resolve("manifest.json");
    String text = SampleRun.text(file);
    SampleRun.put(file, text.replaceFirst("(?s)\"caveats\".*?\\],\\s*", ""));
    assertThat(SampleRun.text(file)).doesNotContain("aveat");
    assertThat(SampleRun.manifest(3).caveats()).isNotEmpty();
    assertThat(RunDirectory.open(folder()).manifest().caveats()).isEmpty();
  }

  @Test
  void fieldsAndColumnsOfALaterWriterAreTolerated() {
    create();
    Path manifest = folder().resolve("manifest.json");
    String text = SampleRun.text(manifest);
    SampleRun.put(
        manifest,
        text.replace("\"threads\"", "\"gpu\": [1], \"threads\"")
            .replace("\"index\"", "\"mood\": {}, \"index\""));
    Path columns = folder().resolve("columns.csv");
    SampleRun.put(columns, "colour,name,unit,meaning,cadence\nred,a.b,1,x,\n");
    assertThat(RunDirectory.open(folder()).manifest()).isEqualTo(SampleRun.manifest(3));
    assertThat(RunDirectory.open(folder()).columns()).containsExactly(new Column("a.b", "1", "x"));
  }

  @Test
  void brokenColumnFilesAreSaid() throws IOException {
    create();
    Path file = folder().resolve("columns.csv");
    SampleRun.put(file, "name,unit\na,1\n");
    assertThatThrownBy(() -> RunDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(file + ":1: must have the columns name,unit,meaning,cadence, got [name, unit]");
    SampleRun.put(file, "name,unit,meaning,cadence\na,1,x,\nb,1\n");
    assertThatThrownBy(() -> RunDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            file
                + ": column 2: must have a cell for each of [name, unit, meaning, cadence],"
                + " got 2 cells");
    Files.delete(file);
    assertThatThrownBy(() -> RunDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(file + ": must be a file, got nothing");
  }

  @Test
  void anEndingCountsItsStepsFromZero() {
    assertThatThrownBy(() -> new Ending(Outcome.FAILED, "", -1))
        .hasMessage("steps must not be negative, got -1");
  }
}

package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dynlab.store.disk.Folders;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentDirectoryTest {
  private static final String YAML = "name: a\ntask:\n  modulus: 97\nsweep:\n  seeds: 2\n";
  private static final List<PlannedRun> PLAN =
      List.of(
          new PlannedRun(0, "aa", 7, Map.of("optimizer", "adamw")),
          new PlannedRun(1, "bb", 8, Map.of("optimizer", "wand")));

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("runs/a");
  }

  private ExperimentDirectory create(String yaml) {
    return ExperimentDirectory.create(folder(), yaml, PLAN);
  }

  @Test
  void whatWasCreatedIsOpenedAgain() {
    ExperimentDirectory created = create(YAML);
    assertThat(SampleRun.text(folder().resolve("experiment.yaml"))).isEqualTo(YAML);
    assertThat(SampleRun.text(folder().resolve("plan.jsonl")))
        .isEqualTo(
            """
            {"index":0,"hash":"aa","seed":7,"point":{"optimizer":"adamw"},"folder":"000-aa"}
            {"index":1,"hash":"bb","seed":8,"point":{"optimizer":"wand"},"folder":"001-bb"}
            """);
    for (ExperimentDirectory directory :
        List.of(created, ExperimentDirectory.open(folder()), create(YAML))) {
      assertThat(directory.path()).isEqualTo(folder());
      assertThat(directory.experimentYaml()).isEqualTo(YAML);
      assertThat(directory.planned()).isEqualTo(PLAN);
      assertThat(directory.folder(PLAN.get(1))).isEqualTo(folder().resolve("001-bb"));
      assertThat(directory.runs()).isEmpty();
      assertThat(directory.journal()).isEmpty();
    }
  }

  @Test
  void runsAreThePlannedOnesByNumberWithoutEarlierAttempts() throws IOException {
    ExperimentDirectory experiment = create(YAML);
    Map<String, Integer> indexOfFolder =
        Map.of("001-bb", 1, "000-aa", 0, "000-aa.attempt-1", 0, "other", 2);
    indexOfFolder.forEach(
        (name, index) ->
            RunDirectory.create(folder().resolve(name), SampleRun.manifest(index), List.of()));
    Files.createDirectories(folder().resolve("figures"));
    assertThat(experiment.runs().stream().map(RunDirectory::path))
        .containsExactly(folder().resolve("000-aa"), folder().resolve("001-bb"));
  }

  @Test
  void allRunsThatCannotBeReadAreSaidAtOnce() {
    ExperimentDirectory experiment = create(YAML);
    Path first = SampleRun.put(folder().resolve("000-aa/manifest.json"), "{}");
    Path second = SampleRun.put(folder().resolve("001-bb/manifest.json"), "[");
    assertThatThrownBy(experiment::runs)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(first + ": formatVersion: must be a whole number from 1")
        .hasMessageContaining("\n" + second + ": must be JSON");
  }

  @Test
  void anotherExperimentIsRefusedLineByLine() throws IOException {
    create(YAML);
    String other = "name: a\ntask:\n  modulus: 43\n  operation: add\n";
    List<PlannedRun> runs = List.of(new PlannedRun(0, "cc", 7, Map.of()));
    assertThatThrownBy(() -> ExperimentDirectory.create(folder(), other, runs))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            %1$s: must hold the same experiment, got another one, lines that differ: 4 \
            (choose another --out or name)
            %2$s: modulus: must be modulus: 97, got modulus: 43
            %2$s: sweep: must be sweep:, got nothing
            %2$s: seeds: must be seeds: 2, got nothing
            %2$s: operation: must not be there, got operation: add"""
                .formatted(folder(), folder().resolve("experiment.yaml")));
    assertThat(SampleRun.text(folder().resolve("experiment.yaml"))).isEqualTo(YAML);
    assertThat(Folders.entries(folder())).hasSize(2);
  }

  @Test
  void tenDifferencesAreEnough() {
    create(numbered("a"));
    UserError error = catchThrowableOfType(UserError.class, () -> create(numbered("b")));
    assertThat(error.problems()).hasSize(11);
    assertThat(error.problems().get(0).got()).isEqualTo("another one, lines that differ: 30");
  }

  private static String numbered(String value) {
    return IntStream.range(0, 30)
        .mapToObj(i -> "key" + i + ": " + value + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void anotherOrderIsADifference() {
    create("a: 1\nb: 2\n");
    assertThatThrownBy(() -> create("b: 2\na: 1\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must have the lines in the same order, got another order");
  }

  @Test
  void foreignFilesAreNotWrittenBeside() {
    Path letter = SampleRun.put(folder().resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> create(YAML))
        .isInstanceOf(UserError.class)
        .hasMessage(
            folder()
                + ": must be absent, empty or the folder of this experiment, got a folder with"
                + " letter.txt (choose another --out or name)");
    assertThat(Folders.entries(folder())).containsExactly(letter);
  }

  @Test
  void aFileInTheWayIsSaid() {
    Path file = SampleRun.put(folder(), "mine");
    assertThatThrownBy(() -> create(YAML))
        .isInstanceOf(UserError.class)
        .hasMessage(
            folder() + ": must be a folder, got a file at " + file + " (choose another --out)");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.createSymbolicLink(folder().getParent(), temporary.resolve("nowhere"));
    assertThatThrownBy(() -> create(YAML))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder() + ": must be a folder that can be made, got ");
  }

  @Test
  void linksToSomewhereElseAreRefusedAndNothingIsWrittenThere() throws IOException {
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.createDirectories(folder().getParent());
    Files.createSymbolicLink(folder(), elsewhere);
    assertRefusesLink(() -> create(YAML), folder(), elsewhere);
    Files.delete(folder());
    create(YAML);
    for (String name : List.of(PLAN.get(0).folder(), "journal.jsonl", "plan.jsonl.tmp")) {
      Path link = Files.createSymbolicLink(folder().resolve(name), elsewhere);
      assertRefusesLink(() -> create(YAML), link, elsewhere);
      assertRefusesLink(() -> ExperimentDirectory.open(folder()), link, elsewhere);
      assertRefusesLink(
          () -> RunDirectory.create(link, SampleRun.manifest(0), List.of()), link, elsewhere);
      Files.delete(link);
    }
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static void assertRefusesLink(ThrowingCallable work, Path link, Path target) {
    assertThatThrownBy(work)
        .isInstanceOf(UserError.class)
        .hasMessage(
            link
                + ": must not be a symbolic link, got one to "
                + target
                + " (remove it; a folder above the experiment may be one)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.jsonl", "plan.jsonl.tmp", "experiment.yaml.tmp"})
  void aCreationThatWasCutShortIsMadeWhole(String left) {
    SampleRun.put(folder().resolve(left), "{\"ind");
    create(YAML);
    assertThat(ExperimentDirectory.open(folder()).planned()).isEqualTo(PLAN);
  }

  @Test
  void aFolderThatIsNoExperimentIsSaid() {
    assertThatThrownBy(() -> ExperimentDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            folder() + ": must be the folder of an experiment, got no experiment.yaml in it");
    SampleRun.put(folder().resolve("experiment.yaml"), YAML);
    Path plan = folder().resolve("plan.jsonl");
    assertThatThrownBy(() -> ExperimentDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(plan + ": must be a file, got nothing");
    SampleRun.put(
        plan, "{\"index\":0,\"hash\":\"a\",\"seed\":1,\"point\":{},\"folder\":\"../b\"}\n");
    assertThatThrownBy(() -> ExperimentDirectory.open(folder()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            plan
                + ":1: must be what docs/run-directory.md says, got folder must be a plain name,"
                + " got ../b");
  }

  @Test
  void theJournalKeepsEntriesInOrder() {
    ExperimentDirectory experiment = create(YAML);
    JournalEntry first = new JournalEntry("2026-01-02T03:04:05Z", "started", Map.of());
    JournalEntry second =
        new JournalEntry("2026-01-02T03:04:06Z", "failed", Map.of("run", "0", "why", "a\n\"b\""));
    experiment.note(first);
    experiment.note(second);
    assertThat(ExperimentDirectory.open(folder()).journal()).containsExactly(first, second);
    assertThat(SampleRun.text(folder().resolve("journal.jsonl")))
        .startsWith("{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"started\",\"details\":{}}\n")
        .endsWith("\n");
  }

  @Test
  void aTornEntryIsSkippedAndTheNextOneIsWhole() {
    ExperimentDirectory experiment = create(YAML);
    JournalEntry entry = new JournalEntry("2026-01-02T03:04:05Z", "started", Map.of("run", "0"));
    experiment.note(entry);
    Path file = folder().resolve("journal.jsonl");
    String line = SampleRun.text(file);
    for (int length = 0; length < line.length() - 1; length++) {
      SampleRun.put(file, line + line.substring(0, length));
      assertThat(experiment.journal()).containsExactly(entry);
      experiment.note(entry);
      assertThat(experiment.journal()).containsExactly(entry, entry);
    }
  }

  @Test
  void whatIsNotedRunByRunStandsInFilesOfItsOwnAndIsMergedByTime() {
    ExperimentDirectory experiment = create(YAML);
    JournalEntry first = new JournalEntry("2026-01-02T03:04:05Z", "a", Map.of());
    JournalEntry second = new JournalEntry("2026-01-02T03:04:05.5Z", "b", Map.of());
    JournalEntry third = new JournalEntry("2026-01-02T03:04:06Z", "c", Map.of());
    JournalEntry withoutTime = new JournalEntry("", "d", Map.of());
    JournalEntry fourth = new JournalEntry("2026-01-02T03:04:07Z", "e", Map.of());
    experiment.note(first);
    experiment.note(fourth);
    experiment.note(PLAN.get(1), third);
    experiment.note(PLAN.get(0), second);
    experiment.note(PLAN.get(0), withoutTime);
    assertThat(experiment.journal()).containsExactly(first, second, withoutTime, third, fourth);
    assertThat(SampleRun.text(folder().resolve("journal.jsonl"))).hasLineCount(2);
    assertThat(SampleRun.text(folder().resolve("units/001-bb/journal.jsonl")))
        .isEqualTo("{\"time\":\"2026-01-02T03:04:06Z\",\"event\":\"c\",\"details\":{}}\n");
  }
}

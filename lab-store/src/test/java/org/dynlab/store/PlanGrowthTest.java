package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.store.disk.Folders;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder is asked to hold another version of its experiment. */
class PlanGrowthTest {
  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("a");
  }

  private Path file(String name) {
    return folder().resolve(name);
  }

  /** The first modulus of the sweep also stands beside it, as in every resolved experiment. */
  private static String yaml(String moduli, int seeds) {
    return """
        name: a
        task:
          modulus: %s
        batch: full
        sweep:
          seeds: %d
          over: {task.modulus: [%s]}
        claims: []
        """
        .formatted(moduli.split(", ", -1)[0], seeds, moduli);
  }

  private static List<PlannedRun> plan(String moduli, int seeds) {
    List<PlannedRun> plan = new ArrayList<>();
    for (String modulus : moduli.split(", ", -1)) {
      for (int seed = 0; seed < seeds; seed++) {
        String hash = "f" + modulus;
        plan.add(new PlannedRun(plan.size(), hash, seed, Map.of("task.modulus", modulus)));
      }
    }
    return plan;
  }

  private ExperimentDirectory ask(String moduli, int seeds) {
    return ExperimentDirectory.create(folder(), yaml(moduli, seeds), plan(moduli, seeds));
  }

  private List<String> folders() {
    return ExperimentDirectory.open(folder()).planned().stream().map(PlannedRun::folder).toList();
  }

  private Map<String, String> texts() {
    return Folders.entries(folder()).stream()
        .collect(Collectors.toMap(Path::toString, SampleRun::text, (a, b) -> a, TreeMap::new));
  }

  @Test
  void newRunsComeBehindTheOldOnes() {
    ask("59, 97", 2);
    ExperimentDirectory grown = ask("43, 59, 67, 97", 3);
    assertThat(folders())
        .containsExactly(
            "000-f59", "001-f59", "002-f97", "003-f97", "004-f43", "005-f43", "006-f43", "007-f59",
            "008-f67", "009-f67", "010-f67", "011-f97");
    assertThat(ExperimentDirectory.open(folder()).planned()).isEqualTo(grown.planned());
    assertThat(grown.planned())
        .extracting(PlannedRun::index)
        .isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(SampleRun.text(file("experiment.yaml"))).isEqualTo(yaml("43, 59, 67, 97", 3));
  }

  @Test
  void aGrownPlanIsOpenedAgainAndGrowsAgain() {
    ask("59", 1);
    ask("43, 59", 1);
    Map<String, String> before = texts();
    assertThat(ask("43, 59", 1).planned()).extracting(PlannedRun::index).containsExactly(0, 1);
    assertThat(texts()).isEqualTo(before);
    ask("41, 43, 59", 1);
    assertThat(folders()).containsExactly("000-f59", "001-f43", "002-f41");
  }

  @Test
  void anotherOrderOfTheSameRunsKeepsTheNumbers() {
    ask("59, 97", 1);
    ask("97, 59", 1);
    assertThat(folders()).containsExactly("000-f59", "001-f97");
  }

  @Test
  void lookingWritesNothing() {
    assertThat(ExperimentDirectory.check(folder(), yaml("59", 1), plan("59", 1)).planned())
        .hasSize(1);
    assertThat(folder()).doesNotExist();
    ask("59", 1);
    Map<String, String> before = texts();
    assertThat(ExperimentDirectory.check(folder(), yaml("59", 2), plan("59", 2)).planned())
        .hasSize(2);
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void growthThatWasCutShortBetweenTheTwoFilesGoesOn() {
    ask("59", 1);
    String earlier = SampleRun.text(file("experiment.yaml"));
    ask("43, 59", 1);
    SampleRun.put(file("experiment.yaml"), earlier);
    ask("43, 59", 1);
    assertThat(folders()).containsExactly("000-f59", "001-f43");
    assertThat(SampleRun.text(file("experiment.yaml"))).isEqualTo(yaml("43, 59", 1));
  }

  @Test
  void aSmallerSweepIsRefusedWithTheRunsThatItLacks() {
    ask("59, 97", 2);
    Map<String, String> before = texts();
    assertThatThrownBy(() -> ask("97, 101", 1))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            %1$s: must keep all its runs, got a sweep without 3 of 4 (the folder holds more: a \
            sweep may only grow, or choose another --out or name)
            %2$s:1: 000-f59: must still be swept over, got hash f59, seed 0, task.modulus=59
            %2$s:2: 001-f59: must still be swept over, got hash f59, seed 1, task.modulus=59
            %2$s:4: 003-f97: must still be swept over, got hash f97, seed 1, task.modulus=97"""
                .formatted(folder(), file("plan.jsonl")));
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void otherSeedsAreASmallerSweepToo() {
    ask("59", 1);
    List<PlannedRun> other = List.of(new PlannedRun(0, "f59", 9, Map.of("task.modulus", "59")));
    String yaml = yaml("59", 1).replace("seeds: 1", "seeds: [9]");
    assertThatThrownBy(() -> ExperimentDirectory.create(folder(), yaml, other))
        .hasMessageContaining("must keep all its runs, got a sweep without 1 of 1");
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNotTheSweepMayNotDiffer(String replaced, String by, String line) {
    ask("59", 1);
    Map<String, String> before = texts();
    String other = yaml("59, 61", 1).replace(replaced, by);
    List<PlannedRun> runs = plan("59, 61", 1);
    List<PlannedRun> asked = replaced.startsWith("batch") ? rehashed(runs) : runs;
    assertThatThrownBy(() -> ExperimentDirectory.create(folder(), other, asked))
        .hasMessageStartingWith(folder() + ": must hold the same experiment, got another one")
        .hasMessageContaining(line);
    assertThat(texts()).isEqualTo(before);
  }

  static List<Arguments> whatIsNotTheSweepMayNotDiffer() {
    return List.of(
        Arguments.of("name: a", "name: b", "name: must be name: a, got name: b"),
        Arguments.of("claims: []", "claims: [1]", "claims: must be claims: [], got claims: [1]"),
        Arguments.of("batch: full", "batch: 3", "batch: must be batch: full, got batch: 3"));
  }

  private static List<PlannedRun> rehashed(List<PlannedRun> runs) {
    return runs.stream()
        .map(run -> new PlannedRun(run.index(), "e" + run.hash(), run.seed(), run.point()))
        .toList();
  }

  @Test
  void theSameSweepOfOtherDescriptionsIsAnotherExperiment() {
    ask("59", 1);
    String other = yaml("59", 1).replace("batch: full", "batch: 3");
    assertThatThrownBy(() -> ExperimentDirectory.create(folder(), other, plan("59", 1)))
        .hasMessageContaining("must be batch: full, got batch: 3");
  }

  @ParameterizedTest
  @MethodSource
  void aPlanThatWasEditedIsNamedByItsLine(String replaced, String by, String message) {
    ask("59, 97", 1);
    SampleRun.put(
        file("plan.jsonl"), SampleRun.text(file("plan.jsonl")).replaceFirst(replaced, by));
    Map<String, String> before = texts();
    assertThatThrownBy(() -> ask("59, 97", 1))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file("plan.jsonl") + message);
    assertThat(texts()).isEqualTo(before);
  }

  static List<Arguments> aPlanThatWasEditedIsNamedByItsLine() {
    return List.of(
        Arguments.of("\"index\":1", "\"index\":3", ":2: index: must be 1, got 3"),
        Arguments.of("\"index\":0", "\"index\":-1", ":1: index: must be 0, got -1"),
        Arguments.of(
            "001-f97",
            "000-f59",
            ":2: folder: must be that of no other run, got 000-f59 of line 1"),
        Arguments.of("001-f97", "..", ":2: must be what docs/run-directory.md says, got folder"),
        Arguments.of(
            "\"f97\"",
            "\"abc\"",
            ":2: must be a run of the experiment, got hash abc, seed 0, task.modulus=97 (edited,"
                + " or made by another version of the lab; choose another --out or name)"),
        Arguments.of(
            "\\{\"index\":1.*\n",
            "",
            ": must list every run of the experiment, got none with hash f97, seed 0,"
                + " task.modulus=97"),
        Arguments.of("\\{\"index\":0.*\n", "", ":1: index: must be 0, got 1"),
        Arguments.of("\n", "\n\n", ":2: must be JSON, got nothing"),
        Arguments.of(
            "(?s)\\{.*",
            """
            {"index":0,"hash":"a","seed":1,"point":{},"folder":"a"}
            {"index":1,"hash":"a","seed":1,"point":{},"folder":"b"}
            """,
            ":2: must be another run than those before it, got hash a, seed 1"));
  }
}

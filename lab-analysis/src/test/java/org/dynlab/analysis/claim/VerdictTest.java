package org.dynlab.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.store.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
  private static final int NEVER = -1;

  private static Claim claim(String json) {
    try {
      return Claim.fromTree(new ObjectMapper().readTree(json.replace('\'', '"')), "claim");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Steps 0..100: train is 1 from step {@code train} on, eval from step {@code eval} on. */
  private static Run run(int index, RunState state, int train, int eval) {
    Map<String, Curve> curves = Map.of("train.accuracy", jump(train), "eval.accuracy", jump(eval));
    return Samples.run(index, index, Map.of(), state, "", curves);
  }

  private static Curve jump(int at) {
    return Samples.curve(100, 1, step -> at != NEVER && step >= at ? 1 : 0);
  }

  private static Sweep sweep(RunState state, int... evals) {
    List<Run> runs = new ArrayList<>();
    for (int eval : evals) {
      runs.add(run(runs.size(), state, 10, eval));
    }
    return new Sweep("made up", runs, List.of());
  }

  record Case(String claim, Result result, String numbers) {}

  /** Judged on five completed runs: train at 10, eval at 37, 38, 38, 41 and never. */
  static Stream<Case> cases() {
    String steps = "{'that': 'x', 'stepsTo': {'eval.accuracy': 0.9}, ";
    String ratio = steps + "'over': {'train.accuracy': 0.99}, ";
    String last = "{'that': 'x', 'final': 'eval.accuracy', ";
    String four = "; 4/5 runs [0.38, 0.96]";
    String firsts = "step 38 (37..41), never in 1 of 5";
    return Stream.of(
        new Case(steps + "'steps': {'atLeast': 37, 'atMost': 41}}", Result.FAIL, firsts + four),
        new Case(
            steps + "'steps': {'atLeast': 37, 'atMost': 41}, 'share': 0.8}",
            Result.PASS,
            firsts + four),
        new Case(steps + "'steps': {'atLeast': 0}, 'share': 0.81}", Result.FAIL, firsts + four),
        new Case(
            steps + "'steps': {'atMost': 37}, 'share': 0.2}",
            Result.PASS,
            firsts + "; 1/5 runs [0.04, 0.62]"),
        new Case(
            ratio + "'ratio': {'atLeast': 3.75}, 'share': 0.6}",
            Result.PASS,
            "ratio 3.8 (3.7..4.1), never in 1 of 5; 3/5 runs [0.23, 0.88]"),
        new Case(
            ratio + "'ratio': {'atLeast': 3.9}, 'share': 0.6}",
            Result.FAIL,
            "ratio 3.8 (3.7..4.1), never in 1 of 5; 1/5 runs [0.04, 0.62]"),
        new Case(last + "'value': {'atLeast': 0.9}, 'share': 0.8}", Result.PASS, "1 (0..1)" + four),
        new Case(
            "{'that': 'x', 'stepsTo': {'eval.accuracy': 2}, 'steps': {'atMost': 9}}",
            Result.FAIL,
            "never; 0/5 runs [0.00, 0.43]"),
        new Case(
            "{'that': 'x', 'final': 'eval.loss', 'value': {'atMost': 1}}",
            Result.UNDECIDED,
            "no run; 0/0 runs, 5 open"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void claimsAreJudgedByTheShareOfRunsThatSatisfyThem(Case c) {
    Verdict verdict =
        Verdict.of(claim(c.claim()), sweep(RunState.COMPLETED, 38, 37, NEVER, 41, 38));
    assertThat(verdict.result()).isEqualTo(c.result());
    assertThat(verdict.numbers()).isEqualTo(c.numbers());
  }

  private static final Claim ALL_BY_50 =
      claim("{'that': 'soon', 'stepsTo': {'eval.accuracy': 0.9}, 'steps': {'atMost': 50}}");
  private static final Claim HALF_BY_50 =
      claim(
          "{'that': 'soon', 'stepsTo': {'eval.accuracy': 0.9}, 'steps': {'atMost': 50},"
              + " 'share': 0.5}");

  record Mixture(Claim claim, List<Run> runs, Result result) {}

  static Stream<Mixture> mixtures() {
    Run early = run(0, RunState.COMPLETED, 10, 20);
    Run late = run(1, RunState.COMPLETED, 10, 90);
    Run divergedEarly = run(2, RunState.DIVERGED, 10, 20);
    Run failed = run(3, RunState.FAILED, 10, NEVER);
    Run running = run(4, RunState.UNFINISHED, 10, 20);
    Run waiting = Samples.run(5, 5, Map.of(), RunState.NOT_STARTED, "", Map.of());
    return Stream.of(
        new Mixture(ALL_BY_50, List.of(), Result.UNDECIDED),
        new Mixture(ALL_BY_50, List.of(early), Result.PASS),
        new Mixture(ALL_BY_50, List.of(divergedEarly), Result.PASS),
        new Mixture(ALL_BY_50, List.of(early, late), Result.FAIL),
        new Mixture(ALL_BY_50, List.of(early, failed), Result.UNDECIDED),
        new Mixture(ALL_BY_50, List.of(early, waiting), Result.UNDECIDED),
        new Mixture(ALL_BY_50, List.of(late, waiting, running), Result.FAIL),
        new Mixture(ALL_BY_50, List.of(running, failed), Result.UNDECIDED),
        new Mixture(HALF_BY_50, List.of(early, late), Result.PASS),
        new Mixture(HALF_BY_50, List.of(early, failed), Result.PASS),
        new Mixture(HALF_BY_50, List.of(late, failed), Result.UNDECIDED),
        new Mixture(HALF_BY_50, List.of(early, late, failed, waiting), Result.UNDECIDED));
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void runsWithoutAnOutcomeLeaveOpenOnlyWhatTheyCouldTurn(Mixture mixture) {
    Verdict verdict = Verdict.of(mixture.claim(), new Sweep("m", mixture.runs(), List.of()));
    assertThat(verdict.result()).isEqualTo(mixture.result());
  }

  @Test
  void aClaimMustHoldInEveryArm() {
    Claim grokking =
        claim(
            "{'that': 'late', 'stepsTo': {'eval.accuracy': 0.9}, 'over': {'train.accuracy': 0.99},"
                + " 'ratio': {'atLeast': 5}}");
    Verdict verdict = Verdict.of(grokking, Samples.twoArms(3));
    assertThat(verdict.arms().stream().map(ArmVerdict::result))
        .containsExactly(Result.PASS, Result.FAIL);
    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.numbers())
        .startsWith("optimizer=adamw: ratio ")
        .contains(" | optimizer=wand: ratio ")
        .endsWith("; 0/3 runs [0.00, 0.56]");
  }

  @Test
  void theLastValueOfADivergedRunSatisfiesNothing() {
    Map<String, Curve> curves =
        Map.of("train.loss", Samples.curve(9, 1, step -> step == 9 ? Double.NaN : 0.1));
    Run diverged = Samples.run(0, 0, Map.of(), RunState.DIVERGED, "loss is NaN", curves);
    Claim low = claim("{'that': 'low', 'final': 'train.loss', 'value': {'atMost': 1}}");
    Verdict verdict = Verdict.of(low, new Sweep("d", List.of(diverged), List.of()));
    assertThat(verdict.line()).isEqualTo("FAIL  low — NaN; 0/1 run [0.00, 0.79]");
    assertThat(verdict.exclusions().text()).isEqualTo("1 diverged");
  }

  record Sentence(String claim, String asked) {}

  static Stream<Sentence> sentences() {
    return Stream.of(
        new Sentence(
            "{'that': 'x', 'stepsTo': {'a': 0.9}, 'steps': {'atLeast': 32, 'atMost': 50}}",
            "first step of a ≥ 0.9 in 32..50, in every run"),
        new Sentence(
            "{'that': 'x', 'stepsTo': {'a': 0.9}, 'over': {'b': 0.99}, 'ratio': {'atLeast': 2},"
                + " 'share': 0.9}",
            "first step of a ≥ 0.9 ÷ first step of b ≥ 0.99 ≥ 2, in at least 90 % of runs"),
        new Sentence(
            "{'that': 'x', 'final': 'c', 'value': {'atMost': 1}, 'share': 0.125}",
            "last value of c ≤ 1, in at least 12.5 % of runs"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void whatIsAskedIsSaidInOneSentence(Sentence sentence) {
    Verdict verdict = Verdict.of(claim(sentence.claim()), sweep(RunState.COMPLETED, 1));
    assertThat(verdict.asked()).isEqualTo(sentence.asked());
  }

  /** Losses that fall as rate ÷ (step + 1). */
  private static Run falling(int index, long seed, String arm, double rate) {
    Curve loss = Samples.curve(100, 1, step -> rate / (step + 1));
    Map<String, String> settings = Map.of("model.init", arm);
    return Samples.run(index, seed, settings, RunState.COMPLETED, "", Map.of("train.loss", loss));
  }

  private static Sweep twoArms() {
    return new Sweep(
        "two",
        List.of(
            falling(0, 7, "grid", 1),
            falling(1, 8, "grid", 2),
            falling(2, 7, "random", 10),
            falling(3, 8, "random", 40)),
        List.of());
  }

  /** Of grid the steps to 0.5 are 1 and 3, of random 19 and 79. */
  static Stream<Case> comparisons() {
    String arms = "'arm': {'model.init': 'grid'}, 'against': {'model.init': 'random'}, ";
    String steps = "{'that': 'x', 'stepsTo': {'train.loss': {'atMost': 0.5}}, ";
    String two = "; 2/2 runs [0.34, 1.00]";
    return Stream.of(
        new Case(
            steps + arms + "'ratio': {'atMost': 0.4}}",
            Result.PASS,
            "ratio 0.0453 (0.03797..0.05263)" + two),
        new Case(
            steps + "'against': {'model.init': 'random'}, 'ratio': {'atLeast': 1}}",
            Result.FAIL,
            "ratio 0.0453 (0.03797..0.05263); 0/2 runs [0.00, 0.66]"),
        new Case(
            "{'that': 'x', 'final': 'train.loss', " + arms + "'ratio': {'atMost': 0.2}}",
            Result.PASS,
            "ratio 0.075 (0.05..0.1)" + two),
        new Case(
            "{'that': 'x', 'at': {'train.loss': 3}, 'arm': {'model.init': 'random'}, "
                + "'value': {'atLeast': 2.5, 'atMost': 10}}",
            Result.PASS,
            "6.25 (2.5..10)" + two));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void armsAreHeldAgainstEachOtherSeedBySeed(Case each) {
    Verdict verdict = Verdict.of(claim(each.claim()), twoArms());
    assertThat(verdict.result()).isEqualTo(each.result());
    assertThat(verdict.numbers()).isEqualTo(each.numbers());
  }

  @Test
  void aPartnerThatNeverGetsThereIsSlowerThanAnyAndAMissingOneLeavesTheClaimOpen() {
    String text =
        "{'that': 'x', 'stepsTo': {'train.loss': {'atMost': 0.5}}, "
            + "'against': {'model.init': 'random'}, 'ratio': {'atMost': 0.4}}";
    Sweep slow =
        new Sweep("s", List.of(falling(0, 7, "grid", 1), falling(1, 7, "random", 1e6)), List.of());
    assertThat(Verdict.of(claim(text), slow).result()).isEqualTo(Result.PASS);
    Sweep alone =
        new Sweep("s", List.of(falling(0, 7, "grid", 1), falling(1, 8, "random", 1)), List.of());
    assertThat(Verdict.of(claim(text), alone).result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void whatIsAskedNamesBothArms() {
    String text =
        "{'that': 'x', 'stepsTo': {'train.loss': {'atMost': 0.5}}, 'arm': {'model.init': 'grid'}, "
            + "'against': {'model.init': 'random'}, 'ratio': {'atMost': 0.4}}";
    assertThat(Verdict.of(claim(text), twoArms()).asked())
        .isEqualTo(
            "first step of train.loss ≤ 0.5 with model.init=grid ÷ the same seed's with"
                + " model.init=random ≤ 0.4, in every run");
  }
}

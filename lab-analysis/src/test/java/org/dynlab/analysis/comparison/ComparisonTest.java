package org.dynlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.survival.KaplanMeier;
import org.dynlab.analysis.comparison.survival.LogRank;
import org.dynlab.analysis.comparison.survival.Survival;
import org.dynlab.analysis.comparison.survival.SurvivalTime;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.statistics.Wilson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Map<String, String> ARM = Map.of("optimizer", "adamw");

  /** A run whose train accuracy is 1 from one step on and its eval accuracy from another. */
  private static Run run(int index, RunState state, long train, long eval, long last) {
    Map<String, Curve> curves =
        Map.of(
            "train.accuracy", Samples.curve(last, 10, s -> s >= train ? 1 : 0.1),
            "eval.accuracy", Samples.curve(last, 10, s -> s >= eval ? 1 : 0.1));
    return Samples.run(index, index, ARM, state, "", curves);
  }

  private static Arm arm(Run... runs) {
    return new Arm(ARM, List.of(runs));
  }

  @Test
  void divergedRunsNeverArriveAndFailedOnesAreLeftOutAndCounted() {
    Run done = run(0, RunState.COMPLETED, 10, 40, 100);
    Run never = run(1, RunState.COMPLETED, 10, 999, 100);
    Run diverged = run(2, RunState.DIVERGED, 10, 999, 30);
    Run late = run(3, RunState.DIVERGED, 10, 20, 30);
    Run failed = run(4, RunState.FAILED, 10, 20, 100);
    Run blind =
        Samples.run(
            5, 5, ARM, RunState.COMPLETED, "", Map.of("train.loss", Samples.curve(9, 1, s -> 1)));
    Run waiting = Samples.run(6, 6, ARM, RunState.NOT_STARTED, "", Map.of());
    Survival survival =
        Survival.of(arm(done, never, diverged, late, failed, blind, waiting), Milestone.UNDERSTOOD);
    assertThat(survival.times())
        .containsExactly(
            new SurvivalTime(40, true),
            new SurvivalTime(100, false),
            SurvivalTime.NEVER,
            new SurvivalTime(20, true));
    assertThat(survival.diverged()).isEqualTo(1);
    assertThat(survival.leftOut()).isEqualTo(3);
    assertThat(survival.reached()).isEqualTo(2);
    assertThat(survival.share()).isEqualTo(Wilson.of(2, 4));
  }

  @Test
  void anArmThatDivergedIsNotBetterThanOneThatWaited() {
    List<SurvivalTime> fast = List.of(new SurvivalTime(40, true), new SurvivalTime(50, true));
    List<SurvivalTime> broken = List.of(SurvivalTime.NEVER, SurvivalTime.NEVER);
    List<SurvivalTime> waited = List.of(new SurvivalTime(90, false), new SurvivalTime(90, false));
    assertThat(LogRank.of(broken, fast)).isEqualTo(LogRank.of(waited, fast));
    assertThat(KaplanMeier.of(broken).median().text()).isEqualTo("never");
    assertThat(KaplanMeier.of(List.of(SurvivalTime.NEVER, new SurvivalTime(90, true))).points())
        .extracting(KaplanMeier.Point::waiting)
        .containsExactly(0.5);
  }

  @Test
  void gapAndDelayAreThoseOfTheRunsThatReachedBoth() {
    ArmSummary summary =
        new ArmSummary(
            arm(
                run(0, RunState.COMPLETED, 10, 40, 100),
                run(1, RunState.COMPLETED, 20, 30, 100),
                run(2, RunState.COMPLETED, 20, 999, 100),
                run(3, RunState.COMPLETED, 50, 20, 100)));
    assertThat(summary.gap()).isEqualTo(new Censored(List.of(-30.0, 10.0, 30.0), 1));
    assertThat(summary.delay()).isEqualTo(new Censored(List.of(0.4, 1.5, 4.0), 1));
  }

  @Test
  void instabilityIsTheLowestValueAfterTheThresholdWasFirstReached() {
    double[] accuracies = {0.0, 0.95, 0.2, Double.NaN, 1.0, 0.97};
    Run dips = with("eval.accuracy", Samples.curve(5, 1, s -> accuracies[(int) s]));
    assertThat(RunMeasures.lowestAfter(Milestone.UNDERSTOOD, dips)).hasValue(0.2);
    Run steady = with("eval.accuracy", Samples.curve(5, 1, s -> s / 5.0));
    assertThat(RunMeasures.lowestAfter(Milestone.UNDERSTOOD, steady)).hasValue(1.0);
    Run never = with("eval.accuracy", Samples.curve(5, 1, s -> 0.5));
    assertThat(RunMeasures.lowestAfter(Milestone.UNDERSTOOD, never)).isEmpty();
  }

  private static Run with(String column, Curve curve) {
    return Samples.run(0, 0, ARM, RunState.COMPLETED, "", Map.of(column, curve));
  }

  @ParameterizedTest
  @CsvSource({
    "'4 3 2 1', 0",
    "'4 1 9.9 1', 0",
    "'4 1 10 1', 1",
    "'1 10 5 10 200 30 9 80 89 1', 1",
    "'1 10 1 10 1', 2",
    "'1 0.1 0.01 5 0.5 5', 2",
    "'1 NaN 100 NaN 10', 1",
    "'1 Infinity 1 2', 1",
    "'1 0 9e-8 0', 0",
    "'1 0 1 0', 1",
    "'NaN NaN', 0"
  })
  void lossSpikesAreTenfoldRisesWithATenfoldFallBetween(String losses, int spikes) {
    String[] words = losses.split(" ", -1);
    Curve curve = Samples.curve(words.length - 1, 1, s -> Double.parseDouble(words[(int) s]));
    assertThat(LossSpikes.in(curve)).isEqualTo(spikes);
  }

  @Test
  void accuraciesAreReadBetweenTheStepsAroundTheLoss() {
    Map<String, Curve> curves =
        Map.of(
            "train.loss", Samples.curve(50, 10, s -> Math.exp(-s / 10.0)),
            "eval.accuracy", Samples.curve(50, 10, s -> s / 100.0));
    Run run = Samples.run(0, 0, ARM, RunState.COMPLETED, "", curves);
    ArmSummary summary = new ArmSummary(arm(run));
    assertThat(summary.accuracyAtLoss(Math.exp(-2.4)).median()).isCloseTo(0.24, within(1e-12));
    assertThat(summary.accuracyAtLoss(Math.exp(-3)).median()).isCloseTo(0.3, within(1e-12));
    assertThat(summary.accuracyAtLoss(2).median()).isZero();
    assertThat(summary.accuracyAtLoss(1e-9).runs()).isZero();
  }

  @Test
  void normsAndCostsAreOverTheRunsThatCount() {
    ArmSummary summary = new ArmSummary(Samples.grokking(3).arms().get(0));
    assertThat(summary.finalNorm().runs()).isEqualTo(3);
    assertThat(summary.wallSeconds().reached()).containsExactly(1.5, 1.6, 1.7);
    assertThat(summary.millisPerStep().median()).isCloseTo((1.6 - 0.79) / 3, within(1e-12));
    assertThat(new ArmSummary(arm()).finalNorm().text("")).isEqualTo("no run");
    Run failed = run(0, RunState.FAILED, 10, 20, 100);
    assertThat(new ArmSummary(arm(failed)).wallSeconds().runs()).isZero();
  }

  @Test
  void everyArmIsTestedAgainstTheFirstOneAndCorrectedForTheirNumber() {
    List<Run> runs = new ArrayList<>();
    double[] middles = {600, 100, 600, 9000};
    for (int a = 0; a < middles.length; a++) {
      for (int seed = 0; seed < 8; seed++) {
        Map<String, String> settings = Map.of("optimizer", "rule" + a);
        runs.add(Samples.grokkingRun(runs.size(), 100 * a + seed, settings, middles[a]));
      }
    }
    Sweep sweep = new Sweep("four", runs, Samples.COLUMNS);
    Comparison comparison = Comparison.of(sweep);
    assertThat(comparison.reference()).isEqualTo(sweep.arms().get(0));
    assertThat(comparison.trials().stream().map(trial -> trial.arm().name()))
        .containsExactly("optimizer=rule1", "optimizer=rule2", "optimizer=rule3");
    Comparison.Trial fast = comparison.trials().get(0);
    assertThat(fast.test().firstIsFaster()).isTrue();
    assertThat(fast.adjusted()).isBetween(fast.test().p(), 0.001);
    assertThat(comparison.trials().get(1).adjusted()).isGreaterThan(0.05);
    assertThat(comparison.trials().get(2).test().firstIsFaster()).isFalse();
    assertThat(comparison.trials().get(2).adjusted()).isLessThan(0.001);
  }

  @Test
  void anArmWithoutRunsIsNotTested() {
    Map<String, String> none = Map.of("optimizer", "none");
    Sweep sweep =
        new Sweep(
            "half",
            List.of(
                run(0, RunState.COMPLETED, 10, 40, 100),
                Samples.run(1, 0, none, RunState.NOT_STARTED, "", Map.of())),
            List.of());
    assertThat(Comparison.of(sweep).trials().get(0).adjusted()).isNaN();
  }
}

package org.dynlab.analysis.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.analysis.statistics.Estimate;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

  /** Gaps rise with the arm; the complexity follows them with that noise, the distance with .1. */
  private static Sweep sweep(double noise) {
    SplittableRandom random = new SplittableRandom(9);
    List<Run> runs = new ArrayList<>();
    for (int arm = 0; arm < 4; arm++) {
      for (int seed = 0; seed < 8; seed++) {
        double gap = 0.5 + arm + 0.3 * random.nextGaussian();
        double complexity = gap + noise * random.nextGaussian();
        double distance = gap + 0.1 * random.nextGaussian();
        Map<String, Curve> curves =
            Map.of(
                "trajectory.gap", Samples.curve(100, 5, s -> gap * s / 100),
                "trajectory.complexity", Samples.curve(100, 5, s -> complexity * s * s / 1e4),
                "movement.all.distance", Samples.curve(100, 10, s -> distance * s / 100));
        Map<String, String> settings = Map.of("noise", "0." + arm);
        runs.add(Samples.run(runs.size(), seed, settings, RunState.COMPLETED, "", curves));
      }
    }
    return new Sweep("planted", runs, List.of());
  }

  @Test
  void plantedCorrelationsAreFoundSideBySide() {
    Indicators found = Indicators.of(sweep(1), 1);
    assertThat(found.runs()).isEqualTo(32);
    assertThat(found.arms()).isEqualTo(4);
    assertThat(found.candidates())
        .extracting(Candidate::column)
        .containsExactly("trajectory.complexity", "movement.all.distance");
    Candidate complexity = found.candidates().get(0);
    Candidate distance = found.candidates().get(1);
    assertThat(complexity.spearman().value()).isBetween(0.5, 0.9);
    assertThat(distance.spearman().value()).isGreaterThan(0.97);
    assertThat(complexity.pearson().low()).isLessThan(complexity.pearson().value());
    assertThat(complexity.pearson().high()).isGreaterThan(complexity.pearson().value());
    assertThat(complexity.overArms()).extracting(Estimate::n).isEqualTo(4);
    assertThat(distance.overArms().value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theBestComparatorIsToldToBeBetterWhereItIs() {
    Advantage worse = Indicators.of(sweep(1), 1).advantage().orElseThrow();
    assertThat(worse.other()).isEqualTo("movement.all.distance");
    assertThat(worse.difference()).isNegative();
    assertThat(worse.high()).isNegative();
    Advantage same = Indicators.of(sweep(0.1), 1).advantage().orElseThrow();
    assertThat(same.low()).isLessThan(0);
    assertThat(same.high()).isGreaterThan(-0.02);
  }

  @Test
  void stepsOfARunAreCorrelatedRunByRun() {
    Within within = Indicators.of(sweep(1), 1).candidates().get(1).within().get(0);
    assertThat(within.arm()).isEqualTo("noise=0.0");
    assertThat(within.spearman().median()).isCloseTo(1, within(1e-12));
    assertThat(within.spearman().runs()).isEqualTo(8);
    assertThat(within.leastSteps()).isEqualTo(11);
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    assertThat(Indicators.of(sweep(1), 7)).isEqualTo(Indicators.of(sweep(1), 7));
    assertThat(Indicators.of(sweep(1), 7)).isNotEqualTo(Indicators.of(sweep(1), 8));
  }

  @Test
  void runsWithoutANumberAreLeftOutOfAllComparisons() {
    List<Run> runs = new ArrayList<>(sweep(1).runs());
    Map<String, Curve> bare = Map.of("trajectory.gap", Samples.curve(100, 5, s -> 1));
    runs.add(Samples.run(32, 9, runs.get(0).arm(), RunState.COMPLETED, "", bare));
    Indicators found = Indicators.of(new Sweep("planted", runs, List.of()), 1);
    assertThat(found.runs()).isEqualTo(32);
    assertThat(found.leftOut())
        .containsExactly(
            new LeftOut(
                "0032-abcdef", "no finite value of trajectory.complexity, movement.all.distance"));
    assertThat(found.candidates().get(0).within().get(0).leftOut())
        .containsExactly(
            new LeftOut("0032-abcdef", "trajectory.complexity: fewer than 3 common steps"));
  }

  /** 300 sweeps without any relation: the bootstrap interval of ρ holds 0 in 90 to 98 %. */
  @Test
  void theBootstrapHoldsZeroWhereThereIsNoRelation() {
    SplittableRandom random = new SplittableRandom(12);
    int held = 0;
    int trials = 300;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = random.doubles(30).toArray();
      double[] y = random.doubles(30).toArray();
      int[] all = IntStream.range(0, 30).toArray();
      double[] limits =
          new Resampling(List.of(all), trial, 400)
              .interval(runs -> Correlation.spearmanValue(at(x, runs), at(y, runs)));
      held += limits[0] <= 0 && 0 <= limits[1] ? 1 : 0;
    }
    assertThat((double) held / trials).isBetween(0.9, 0.98);
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}

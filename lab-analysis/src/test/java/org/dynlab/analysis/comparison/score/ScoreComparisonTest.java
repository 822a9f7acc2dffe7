package org.dynlab.analysis.comparison.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Reference;
import org.dynlab.analysis.statistics.Wilson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreComparisonTest {
  private static final String COLUMN = "eval.accuracy";
  private static final Bootstrap BOOTSTRAP = new Bootstrap(6);

  private static Run run(int index, RunState state, double last) {
    Map<String, Curve> curves = Map.of(COLUMN, Samples.curve(10, 1, s -> s < 10 ? 0 : last));
    return Samples.run(index, index, Map.of(), state, "", curves);
  }

  private static Arm arm(String name, double... last) {
    List<Run> runs = new ArrayList<>();
    for (double value : last) {
      runs.add(run(runs.size(), RunState.COMPLETED, value));
    }
    return new Arm(Map.of("optimizer", name), runs);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void interquartileMeansAreTheTrimmedMeansOfScipy(int n) {
    double[] values = Arrays.copyOf(Reference.scores("x"), n);
    assertThat(InterquartileMean.of(values))
        .isCloseTo(Reference.scores("trim_mean " + n)[0], within(1e-14));
  }

  @Test
  void armsAreHeldAgainstTheFirst() {
    ScoreComparison found =
        ScoreComparison.of(
            List.of(
                arm("a", 0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
                arm("b", 0.7, 0.8, 0.9, 0.95, 0.6, 0.99),
                arm("c", 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)),
            COLUMN,
            true,
            BOOTSTRAP);
    assertThat(found.arms())
        .extracting(a -> a.scores().arm())
        .containsExactly("optimizer=a", "optimizer=b", "optimizer=c");
    assertThat(found.arms().get(0).interquartileMean().value()).isCloseTo(0.35, within(1e-12));
    Contrast better = found.contrasts().get(0);
    assertThat(better.improvement().value()).isCloseTo(35.5 / 36, within(1e-12));
    assertThat(better.improvement().interval().low()).isGreaterThan(0.8);
    assertThat(better.cliffsDelta().value()).isCloseTo(35.0 / 36, within(1e-12));
    assertThat(better.hedgesG().interval().low()).isPositive();
    assertThat(better.difference().interval().low()).isPositive();
    Contrast same = found.contrasts().get(1);
    assertThat(same.improvement().value()).isEqualTo(0.5);
    assertThat(same.difference().interval().contains(0)).isTrue();
  }

  @Test
  void lossesAreBetterWhereTheyAreLower() {
    ScoreComparison found =
        ScoreComparison.of(
            List.of(arm("high", 3, 4, 5, 6), arm("low", 1, 1.5, 2, 2.5)), COLUMN, false, BOOTSTRAP);
    assertThat(found.contrasts().get(0).improvement().value()).isEqualTo(1);
    assertThat(found.contrasts().get(0).difference().value()).isCloseTo(2.75, within(1e-12));
    assertThat(found.arms().get(1).profile().points().get(4).threshold()).isEqualTo(3);
    assertThat(found.arms().get(1).profile().points().get(4).share()).isEqualTo(1);
  }

  @Test
  void divergedRunsAreWorstAndOthersWithoutAScoreAreNamed() {
    Arm arm =
        new Arm(
            Map.of(),
            List.of(
                run(0, RunState.COMPLETED, 0.9),
                run(1, RunState.DIVERGED, 0.8),
                run(2, RunState.FAILED, 0.7),
                run(3, RunState.COMPLETED, 0.5),
                Samples.run(4, 4, Map.of(), RunState.COMPLETED, "", Map.of("x", curve(0))),
                run(5, RunState.COMPLETED, 0.6)));
    Scores scores = Scores.last(arm, COLUMN, true);
    assertThat(scores.values()).containsExactly(0.9, Double.NEGATIVE_INFINITY, 0.5, 0.6);
    assertThat(scores.diverged()).isEqualTo(1);
    assertThat(scores.leftOut())
        .containsExactly(
            new LeftOut("002-abcdef", "failed"),
            new LeftOut("004-abcdef", "has no finite eval.accuracy"));
    assertThat(InterquartileMean.of(scores.array())).isCloseTo(0.55, within(1e-12));
    assertThat(Scores.last(arm, COLUMN, false).values()).contains(Double.POSITIVE_INFINITY);
    assertThat(Contrast.of(scores, scores, BOOTSTRAP).hedgesG().value()).isNaN();
  }

  private static Curve curve(double value) {
    return Samples.curve(10, 1, s -> value);
  }

  @Test
  void profilesAreSharesOfBetterRuns() {
    Scores scores = Scores.last(arm("a", 0.2, 0.4, 0.4, 0.8), COLUMN, true);
    List<Double> thresholds = PerformanceProfile.thresholds(List.of(scores));
    assertThat(thresholds).containsExactly(0.2, 0.4, 0.8);
    assertThat(PerformanceProfile.of(scores, thresholds).points())
        .containsExactly(
            new PerformanceProfile.Point(0.2, 0.75, Wilson.of(3, 4)),
            new PerformanceProfile.Point(0.4, 0.25, Wilson.of(1, 4)),
            new PerformanceProfile.Point(0.8, 0, Wilson.of(0, 4)));
  }

  /** The band of a step is the interval of the values at it, whatever the other steps are. */
  @Test
  void bandsAreTheIntervalsAtEachStep() {
    SplittableRandom random = new SplittableRandom(2);
    List<Curve> curves = new ArrayList<>();
    for (int run = 0; run < 9; run++) {
      curves.add(Samples.curve(run == 0 ? 20 : 40, 10, s -> s + random.nextDouble()));
    }
    MeanBand band = InterquartileMean.band(curves, BOOTSTRAP, 100);
    assertThat(band.points()).extracting(MeanBand.Point::n).containsExactly(9, 9, 9, 8, 8);
    for (MeanBand.Point point : band.points()) {
      double[] values =
          curves.stream()
              .flatMapToDouble(c -> c.from(point.step()).upTo(point.step()).last().stream())
              .toArray();
      assertThat(point.mean()).isEqualTo(InterquartileMean.of(values));
      assertThat(point.low()).isEqualTo(InterquartileMean.of(values, BOOTSTRAP).percentile().low());
      assertThat(point.low()).isLessThan(point.mean());
      assertThat(point.high()).isGreaterThan(point.mean());
    }
    assertThat(InterquartileMean.band(curves.subList(0, 2), BOOTSTRAP, 100).hasBand()).isFalse();
  }

  @Test
  void anArmWithoutRunsHasNoScore() {
    ScoreComparison found =
        ScoreComparison.of(List.of(arm("a", 1, 2), arm("none")), COLUMN, true, BOOTSTRAP);
    assertThat(found.arms().get(1).interquartileMean().value()).isNaN();
    assertThat(found.arms().get(1).profile().points().get(0).share()).isNaN();
    assertThat(found.contrasts().get(0).improvement().value()).isNaN();
  }
}

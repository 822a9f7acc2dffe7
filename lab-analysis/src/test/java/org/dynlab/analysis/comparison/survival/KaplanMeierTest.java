package org.dynlab.analysis.comparison.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dynlab.analysis.comparison.survival.KaplanMeier.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaplanMeierTest {
  private static final double Z = 1.959963984540054;

  /**
   * S and its Greenwood standard error to four decimals, as in Klein and Moeschberger 2003
   * (doi:10.1007/b97377), example 4.1.
   */
  @ParameterizedTest
  @CsvSource({
    "6, 21, 3, 0.8571, 0.0764",
    "7, 17, 1, 0.8067, 0.0869",
    "10, 15, 1, 0.7529, 0.0963",
    "13, 12, 1, 0.6902, 0.1068",
    "16, 11, 1, 0.6275, 0.1141",
    "22, 7, 1, 0.5378, 0.1282",
    "23, 6, 1, 0.4482, 0.1346"
  })
  void remissionUnderMercaptopurineIsThatOfTheTextbooks(
      long week, int atRisk, int reached, double waiting, double error) {
    Point point = at(week, KaplanMeier.of(Leukaemia.MERCAPTOPURINE));
    assertThat(point.atRisk()).isEqualTo(atRisk);
    assertThat(point.reached()).isEqualTo(reached);
    assertThat(point.waiting()).isCloseTo(waiting, within(5e-5));
    assertThat(point.waiting() * Math.sqrt(point.variance())).isCloseTo(error, within(5e-5));
  }

  private static Point at(long step, KaplanMeier curve) {
    return curve.points().stream().filter(p -> p.step() == step).findFirst().orElseThrow();
  }

  /** 23 and 8 weeks are the textbooks'; the limits agree with the second implementation below. */
  @Test
  void mediansOfTheLeukaemiaDataAreThoseOfTheTextbooks() {
    assertThat(KaplanMeier.of(Leukaemia.MERCAPTOPURINE).median())
        .isEqualTo(new MedianStep(23, 13, Double.POSITIVE_INFINITY, 35));
    assertThat(KaplanMeier.of(Leukaemia.PLACEBO).median()).isEqualTo(new MedianStep(8, 4, 11, 23));
  }

  /** Worked by hand: S = 3/4, 3/4 · 1/2 with the run censored at 20 still at risk there. */
  @Test
  void aRunCensoredAtAStepIsAtRiskAtIt() {
    List<Point> points = KaplanMeier.of(Leukaemia.times("30+ 20+ 10 20")).points();
    assertThat(points.stream().map(Point::step)).containsExactly(10L, 20L, 30L);
    assertThat(points.stream().map(Point::waiting)).containsExactly(0.75, 0.5, 0.5);
    assertThat(points.get(1)).isEqualTo(new Point(20, 3, 1, 1, 0.5, 1 / 12.0 + 1 / 6.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | no run",
        "7                       | 7 [7, > 7]",
        "7+                      | > 7",
        "3000+ 3000+ 3000+       | > 3000",
        "40 40 40 40             | 40 [40, > 40]",
        "1 2 3 4                 | 2.5 [1, > 4]",
        "1 2 3                   | 2 [1, > 3]",
        "10 20 30+ 30+           | 20 [10, > 30]",
        "500 2000+ 2000+ 2000+   | > 2000 [500, > 2000]",
        "0 0 0 5                 | 0 [0, > 5]",
        "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ | 22 [10, > 32]"
      })
  void mediansAreSaidWithWhatTheRunsDoNotTell(String times, String text) {
    assertThat(KaplanMeier.of(Leukaemia.times(times)).median().text()).isEqualTo(text);
  }

  /** A hundred random samples with ties, against definitions applied step by step. */
  @Test
  void curvesAndMediansAgreeWithTheDefinitionsOnRandomSamples() {
    SplittableRandom random = new SplittableRandom(4);
    for (int sample = 0; sample < 100; sample++) {
      List<SurvivalTime> times = new ArrayList<>();
      for (int i = random.nextInt(1, 40); i > 0; i--) {
        times.add(new SurvivalTime(random.nextInt(30), random.nextInt(4) > 0));
      }
      agrees(times);
    }
  }

  @Test
  void curvesAndMediansOfTheLeukaemiaDataAgreeWithTheDefinitions() {
    agrees(Leukaemia.MERCAPTOPURINE);
    agrees(Leukaemia.PLACEBO);
  }

  private static void agrees(List<SurvivalTime> times) {
    KaplanMeier curve = KaplanMeier.of(times);
    for (Point point : curve.points()) {
      assertThat(point.waiting()).isCloseTo(waiting(times, point.step()), within(1e-12));
    }
    MedianStep median = curve.median();
    assertThat(median.low()).isEqualTo(firstNotBeyond(times, Z));
    assertThat(median.high()).isEqualTo(firstNotBeyond(times, -Z));
    if (Double.isFinite(median.median())) {
      long step = (long) Math.floor(median.median());
      assertThat(waiting(times, step)).isLessThan(0.5 + 1e-9);
      assertThat(step == 0 ? 1 : waiting(times, firstAtMostHalf(times) - 1)).isGreaterThan(0.5);
    }
  }

  private static long firstAtMostHalf(List<SurvivalTime> times) {
    long step = 0;
    while (waiting(times, step) > 0.5 + 1e-9) {
      step++;
    }
    return step;
  }

  /** S by its definition: one factor per step, counted anew each time. */
  private static double waiting(List<SurvivalTime> times, long until) {
    double waiting = 1;
    for (long step = 0; step <= until; step++) {
      double[] counts = counts(times, step);
      waiting *= counts[0] == 0 ? 1 : 1 - counts[1] / counts[0];
    }
    return waiting;
  }

  /** Those at risk and those that reach it. */
  private static double[] counts(List<SurvivalTime> times, long step) {
    double[] counts = new double[2];
    for (SurvivalTime time : times) {
      counts[0] += time.step() >= step ? 1 : 0;
      counts[1] += time.step() == step && time.reached() ? 1 : 0;
    }
    return counts;
  }

  /**
   * Brookmeyer and Crowley's set, from the rule itself: 0.5 is not rejected at a step while {@code
   * |ln(−ln S) − ln(−ln 0.5)| ≤ z · se}; the first step at which it is no longer too small
   * (positive z) or has become too large (negative z).
   */
  private static double firstNotBeyond(List<SurvivalTime> times, double z) {
    double sum = 0;
    for (long step = 0; step < 30; step++) {
      double[] counts = counts(times, step);
      if (counts[1] == 0) {
        continue;
      }
      double s = waiting(times, step);
      if (s < 1e-12) {
        return z > 0 ? step : Double.POSITIVE_INFINITY;
      }
      sum += counts[1] / (counts[0] * (counts[0] - counts[1]));
      double distance = Math.log(-Math.log(s)) - Math.log(-Math.log(0.5));
      if (distance >= -z * Math.sqrt(sum) / -Math.log(s)) {
        return step;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The interval of a median is to hold the truth in 95 % of samples; seeds make it exact here. */
  @Test
  void intervalsOfTwentyRunsHoldTheTrueMedianAboutAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(11);
    int holding = 0;
    int samples = 2000;
    for (int sample = 0; sample < samples; sample++) {
      List<SurvivalTime> times = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        long step = Math.round(-1e6 * Math.log(random.nextDouble()));
        long end = 1_500_000;
        times.add(new SurvivalTime(Math.min(step, end), step <= end));
      }
      MedianStep median = KaplanMeier.of(times).median();
      double truth = 1e6 * Math.log(2);
      holding += median.low() <= truth && truth < median.high() ? 1 : 0;
    }
    assertThat((double) holding / samples).isBetween(0.93, 0.98);
  }
}

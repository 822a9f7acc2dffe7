package org.dynlab.analysis.comparison.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRankTest {

  /** χ² 16.79 and expectations 19.25 and 10.75 as in Kleinbaum and Klein 2012, chapter 2. */
  @Test
  void mercaptopurineAgainstPlaceboIsThatOfTheTextbooks() {
    LogRank test = LogRank.of(Leukaemia.MERCAPTOPURINE, Leukaemia.PLACEBO);
    assertThat(test.observed()).isEqualTo(9);
    assertThat(test.expected()).isCloseTo(19.25, within(5e-3));
    assertThat(test.variance()).isCloseTo(6.257, within(5e-4));
    assertThat(test.chiSquare()).isCloseTo(16.79, within(5e-3));
    assertThat(test.p()).isCloseTo(4.17e-5, within(5e-8));
    assertThat(test.firstIsFaster()).isFalse();
  }

  /** Two steps: (1 of 2) of 4 at step 1, E = 1, V = 2·2·2·2/(16·3) = 1/3; 1 of 2 at 2, V = 1/4. */
  @Test
  void aTableWorkedByHandComesOut() {
    LogRank test = LogRank.of(Leukaemia.times("1 2"), Leukaemia.times("1 2+"));
    assertThat(test.observed()).isEqualTo(2);
    assertThat(test.expected()).isCloseTo(1.5, within(1e-15));
    assertThat(test.variance()).isCloseTo(1 / 3.0 + 1 / 4.0, within(1e-15));
    assertThat(test.firstIsFaster()).isTrue();
  }

  @Test
  void swappingTheSamplesKeepsChiSquareAndTurnsTheDirection() {
    LogRank there = LogRank.of(Leukaemia.PLACEBO, Leukaemia.MERCAPTOPURINE);
    LogRank back = LogRank.of(Leukaemia.MERCAPTOPURINE, Leukaemia.PLACEBO);
    assertThat(there.chiSquare()).isCloseTo(back.chiSquare(), within(1e-12));
    assertThat(there.firstIsFaster()).isTrue();
    assertThat(there.observed() - there.expected())
        .isCloseTo(back.expected() - back.observed(), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "'', 1 2", "1 2, ''", "9+ 9+, 9+", "5, 3+"})
  void withoutAnythingToCompareThereIsNoTest(String first, String second) {
    LogRank test = LogRank.of(Leukaemia.times(first), Leukaemia.times(second));
    assertThat(test.chiSquare()).isNaN();
    assertThat(test.p()).isNaN();
  }

  @Test
  void equalSamplesGiveNoEvidence() {
    LogRank test = LogRank.of(Leukaemia.PLACEBO, Leukaemia.PLACEBO);
    assertThat(test.chiSquare()).isCloseTo(0, within(1e-20));
    assertThat(test.p()).isCloseTo(1, within(1e-9));
  }

  /**
   * The variance is that of the permutation at each step, so the mean of O − E over all relabelings
   * of the runs is 0 and, without censored runs and ties, χ² has mean close to 1.
   */
  @Test
  void underRandomLabelsTheTestRejectsAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(7);
    int trials = 4000;
    int rejected = 0;
    double excess = 0;
    for (int trial = 0; trial < trials; trial++) {
      LogRank test = LogRank.of(sample(random, 20), sample(random, 20));
      rejected += test.p() < 0.05 ? 1 : 0;
      excess += (test.observed() - test.expected()) / trials;
    }
    assertThat((double) rejected / trials).isBetween(0.04, 0.065);
    assertThat(excess).isCloseTo(0, within(0.12));
  }

  /** Most of the spread is the seeds', which both arms share. */
  @Test
  void sharedSeedsMakeTheTestMissDifferencesRatherThanInventThem() {
    SplittableRandom random = new SplittableRandom(9);
    int trials = 1000;
    int rejected = 0;
    for (int trial = 0; trial < trials; trial++) {
      List<SurvivalTime> first = new ArrayList<>();
      List<SurvivalTime> second = new ArrayList<>();
      for (int seed = 0; seed < 10; seed++) {
        double shared = random.nextDouble(-0.5, 0.5);
        first.add(near(shared, random));
        second.add(near(shared, random));
      }
      rejected += LogRank.of(first, second).p() < 0.05 ? 1 : 0;
    }
    assertThat(rejected).isLessThan(trials / 100);
  }

  private static SurvivalTime near(double shared, SplittableRandom random) {
    return new SurvivalTime(
        Math.round(300 * Math.exp(shared + random.nextDouble(-0.2, 0.2))), true);
  }

  private static List<SurvivalTime> sample(SplittableRandom random, int runs) {
    List<SurvivalTime> times = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      long step = Math.round(-300 * Math.log(random.nextDouble()));
      long end = random.nextInt(200, 900);
      times.add(new SurvivalTime(Math.min(step, end), step <= end));
    }
    return times;
  }

  /**
   * Against the sums of means and variances of hypergeometric laws enumerated outcome by outcome.
   */
  @Test
  void momentsAgreeWithEnumeratedHypergeometricLaws() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 30; trial++) {
      List<SurvivalTime> first = coarse(sample(random, random.nextInt(1, 9)));
      List<SurvivalTime> second = coarse(sample(random, random.nextInt(1, 9)));
      double[] moments = enumerated(first, second);
      LogRank test = LogRank.of(first, second);
      assertThat(test.expected()).isCloseTo(moments[0], within(1e-10));
      assertThat(test.variance()).isCloseTo(moments[1], within(1e-10));
    }
  }

  /** Many ties. */
  private static List<SurvivalTime> coarse(List<SurvivalTime> times) {
    return times.stream().map(t -> new SurvivalTime(t.step() / 100, t.reached())).toList();
  }

  private static double[] enumerated(List<SurvivalTime> first, List<SurvivalTime> second) {
    double[] moments = new double[2];
    for (long step = 0; step <= 30; step++) {
      long at = step;
      int n1 = (int) first.stream().filter(t -> t.step() >= at).count();
      int n2 = (int) second.stream().filter(t -> t.step() >= at).count();
      int d =
          (int)
              (first.stream().filter(t -> t.step() == at && t.reached()).count()
                  + second.stream().filter(t -> t.step() == at && t.reached()).count());
      double mean = 0;
      double square = 0;
      for (int k = 0; k <= d; k++) {
        double p = choose(n1, k) * choose(n2, d - k) / choose(n1 + n2, d);
        mean += p * k;
        square += p * k * k;
      }
      moments[0] += mean;
      moments[1] += square - mean * mean;
    }
    return moments;
  }

  private static double choose(int n, int k) {
    double product = k < 0 || k > n ? 0 : 1;
    for (int i = 0; i < k && product > 0; i++) {
      product = product * (n - i) / (i + 1);
    }
    return product;
  }
}

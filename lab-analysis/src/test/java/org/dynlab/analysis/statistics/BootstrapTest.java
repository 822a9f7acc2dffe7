package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static double[] normal(int n, SplittableRandom random) {
    return IntStream.range(0, n)
        .mapToDouble(i -> NORMAL.inverseCumulativeProbability(random.nextDouble()))
        .toArray();
  }

  private static double[] exponential(int n, SplittableRandom random) {
    return IntStream.range(0, n).mapToDouble(i -> -Math.log(1 - random.nextDouble())).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Quantiles.at(0.5, sorted);
  }

  private static double difference(List<double[]> arms) {
    return Vectors.mean(arms.get(0)) - Vectors.mean(arms.get(1));
  }

  /** Shares of 4000 samples in which the intervals by percentiles and BCa hold the truth. */
  private static double[] coverage(
      double truth, Function<SplittableRandom, Bootstrapped> experiment) {
    int samples = 4000;
    double[] held = new double[2];
    for (int k = 0; k < samples; k++) {
      Bootstrapped found = experiment.apply(SeedStream.of(20, k));
      held[0] += found.percentile().contains(truth) ? 1.0 / samples : 0;
      held[1] += found.bca().contains(truth) ? 1.0 / samples : 0;
    }
    return held;
  }

  private static Bootstrap bootstrap(SplittableRandom random) {
    return new Bootstrap(random.nextLong(), 999);
  }

  @Test
  void intervalsOfAMeanHoldTheTruthInNineteenOfTwentySamples() {
    double[] held = coverage(0, r -> bootstrap(r).of(normal(60, r), Vectors::mean));
    assertThat(held[0]).isCloseTo(0.95, within(0.02));
    assertThat(held[1]).isCloseTo(0.95, within(0.02));
  }

  @Test
  @Tag("slow")
  void intervalsOfAMedianHoldTheTruthInNineteenOfTwentySamples() {
    double[] held =
        coverage(Math.log(2), r -> bootstrap(r).of(exponential(61, r), BootstrapTest::median));
    assertThat(held[0]).isCloseTo(0.95, within(0.02));
    assertThat(held[1]).isCloseTo(0.95, within(0.02));
  }

  @Test
  @Tag("slow")
  void intervalsOfTheDifferenceOfTwoArmsHoldTheTruthInNineteenOfTwentySamples() {
    double[] held =
        coverage(
            1,
            r ->
                bootstrap(r)
                    .ofStrata(
                        List.of(exponential(80, r), normal(50, r)), BootstrapTest::difference));
    assertThat(held[0]).isCloseTo(0.95, within(0.02));
    assertThat(held[1]).isCloseTo(0.95, within(0.02));
  }

  /** BCa against the same formulas written down anew for one stratum. */
  @Test
  void bcaIsEfronsFormula() {
    double[] sample = exponential(25, new SplittableRandom(3));
    Bootstrapped found = new Bootstrap(1, 4000).of(sample, Vectors::mean);
    double mean = Vectors.mean(sample);
    double cubes = Arrays.stream(sample).map(x -> Math.pow(x - mean, 3)).sum();
    double squares = Arrays.stream(sample).map(x -> Math.pow(x - mean, 2)).sum();
    double acceleration = cubes / 6 / Math.pow(squares, 1.5);
    int[] sizes = {25};
    Function<int[][], double[]> statistic =
        drawn ->
            new double[] {
              Arrays.stream(drawn[0]).mapToDouble(i -> sample[i]).sum() / drawn[0].length
            };
    assertThat(Jackknife.of(sizes, statistic).acceleration(0))
        .isCloseTo(acceleration, within(1e-12));
    assertThat(found.bca().low()).isGreaterThan(found.percentile().low());
    assertThat(found.bca().high()).isGreaterThan(found.percentile().high());
  }

  /** 40 000 resamples of ten numbers: BCa of scipy, see the script beside the numbers. */
  @Test
  void intervalsAreThoseOfScipyUpToTheDraws() {
    List<List<String>> rows = Reference.rows("bootstrap.csv");
    double[] sample = rows.get(1).stream().skip(1).mapToDouble(Double::parseDouble).toArray();
    Bootstrapped found = new Bootstrap(5, 40_000).of(sample, Vectors::mean);
    Interval[] intervals = {found.percentile(), found.bca()};
    for (int k = 0; k < 2; k++) {
      double low = Double.parseDouble(rows.get(k + 2).get(1));
      double high = Double.parseDouble(rows.get(k + 2).get(2));
      assertThat(intervals[k].low()).isCloseTo(low, within(0.01 * (high - low)));
      assertThat(intervals[k].high()).isCloseTo(high, within(0.01 * (high - low)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void theNumberOfThreadsChangesNoBit(int threads) {
    double[] sample = exponential(17, new SplittableRandom(9));
    List<double[]> arms = List.of(sample, normal(9, new SplittableRandom(10)));
    Bootstrap bootstrap = new Bootstrap(77);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      Bootstrapped there =
          pool.submit(() -> bootstrap.ofStrata(arms, BootstrapTest::difference)).join();
      assertThat(there).isEqualTo(bootstrap.ofStrata(arms, BootstrapTest::difference));
      assertThat(there).isNotEqualTo(new Bootstrap(78).ofStrata(arms, BootstrapTest::difference));
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void strataKeepTheirSizes() {
    Bootstrapped found =
        new Bootstrap(1)
            .ofIndices(
                new int[] {3, 5},
                drawn -> drawn[0].length + 10 * drawn[1].length + (drawn[1][0] < 5 ? 0 : 1e9));
    assertThat(found.value()).isEqualTo(53);
    assertThat(found.percentile()).isEqualTo(new Interval(53, 53));
    assertThat(found.bca()).isEqualTo(Interval.NONE);
    assertThat(found.estimate().interval()).isEqualTo(new Interval(53, 53));
    assertThat(found.n()).isEqualTo(8);
  }

  @Test
  void tooFewRunsHaveAValueAndNoInterval() {
    Bootstrapped one = new Bootstrap(1).of(new double[] {4}, Vectors::mean);
    assertThat(one.value()).isEqualTo(4);
    assertThat(one.estimate().interval().exists()).isFalse();
    assertThat(one.estimate().text()).isEqualTo("4.00");
    assertThat(new Bootstrap(1).of(new double[0], Vectors::mean).value()).isNaN();
  }

  @Test
  void resamplesWithoutAValueAreCounted() {
    double[] sample = {1, 2, 3, 4};
    Bootstrapped found =
        new Bootstrap(1).of(sample, drawn -> drawn[0] == 1 ? Vectors.mean(drawn) : Double.NaN);
    assertThat(found.undefined()).isBetween(1400, 1600);
    assertThat(found.percentile()).isEqualTo(Interval.NONE);
    Bootstrapped most =
        new Bootstrap(1).of(sample, drawn -> drawn[0] == 4 ? Double.NaN : Vectors.mean(drawn));
    assertThat(most.undefined()).isBetween(400, 600);
    assertThat(most.percentile().exists()).isTrue();
  }

  @Test
  void tooFewResamplesAreRefused() {
    assertThatThrownBy(() -> new Bootstrap(1, 39)).hasMessageContaining("at least 40, got 39");
  }

  /** Several statistics at once have the numbers that each of them has by itself. */
  @Test
  void statisticsOfOneDrawAreThoseOfDrawsOfTheirOwn() {
    double[] sample = exponential(12, new SplittableRandom(8));
    int[] sizes = {12};
    Bootstrap bootstrap = new Bootstrap(5, 300);
    List<Bootstrapped> both =
        bootstrap.allOfIndices(
            sizes, drawn -> new double[] {sum(sample, drawn), first(sample, drawn), Double.NaN});
    assertThat(both.get(0)).isEqualTo(bootstrap.ofIndices(sizes, drawn -> sum(sample, drawn)));
    assertThat(both.get(1)).isEqualTo(bootstrap.ofIndices(sizes, drawn -> first(sample, drawn)));
    assertThat(both.get(1).undefined()).isPositive();
    assertThat(both.get(2).percentile().exists()).isFalse();
  }

  private static double sum(double[] sample, int[][] drawn) {
    return Arrays.stream(drawn[0]).mapToDouble(i -> sample[i]).sum();
  }

  /** Undefined for some resamples. */
  private static double first(double[] sample, int[][] drawn) {
    return drawn[0][0] > 8 ? Double.NaN : sample[drawn[0][0]];
  }
}

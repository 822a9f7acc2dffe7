package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {
  private static final int LIMIT = 100;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99, 100, 101, 5000, 40_000})
  void neverKeepsMoreThanTheLimitAndAlwaysBothEndsAndBothExtremes(int n) {
    long[] steps = LongStream.range(7, 7 + n).toArray();
    double[] values = new SplittableRandom(n).doubles(n).toArray();
    int[] kept = Thinning.indices(steps, values, LIMIT);
    assertThat(kept).hasSizeLessThanOrEqualTo(LIMIT).contains(0, n - 1).isSorted();
    assertThat(kept).doesNotHaveDuplicates().contains(lowest(values), highest(values));
  }

  private static int lowest(double[] values) {
    return IntStream.range(0, values.length)
        .reduce((a, b) -> values[b] < values[a] ? b : a)
        .orElseThrow();
  }

  private static int highest(double[] values) {
    return IntStream.range(0, values.length)
        .reduce((a, b) -> values[b] > values[a] ? b : a)
        .orElseThrow();
  }

  @Test
  void aShortCurveIsKeptWhole() {
    assertThat(Thinning.indices(new long[] {1, 2, 3}, new double[3], 4)).containsExactly(0, 1, 2);
  }

  @Test
  void everyBucketKeepsItsOwnExtremes() {
    int n = 20_000;
    long[] steps = LongStream.range(0, n).toArray();
    double[] values = new SplittableRandom(3).doubles(n).toArray();
    int[] kept = Thinning.indices(steps, values, LIMIT);
    int buckets = (LIMIT - 2) / 2;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int wanted = bucket;
      int[] members =
          IntStream.range(0, n)
              .filter(i -> Math.min(buckets - 1, slowBucket(i, n - 1, buckets)) == wanted)
              .toArray();
      if (members.length > 0) {
        double low = IntStream.of(members).mapToDouble(i -> values[i]).min().orElseThrow();
        double high = IntStream.of(members).mapToDouble(i -> values[i]).max().orElseThrow();
        assertThat(Arrays.stream(kept).mapToDouble(i -> values[i]).toArray()).contains(low, high);
      }
    }
  }

  private static int slowBucket(int step, int last, int buckets) {
    return (int) (buckets / Math.log1p(last) * Math.log1p(step));
  }

  @Test
  void earlyStepsAreKeptDenserThanLateOnes() {
    int n = 100_000;
    int[] kept = Thinning.indices(LongStream.range(0, n).toArray(), new double[n], LIMIT);
    long early = Arrays.stream(kept).filter(i -> i < n / 2).count();
    assertThat(early).isGreaterThan(kept.length * 3L / 4);
  }

  @Test
  void valuesThatAreNotNumbersNeverHideNumbers() {
    int n = 1000;
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    values[777] = 1;
    int[] kept = Thinning.indices(LongStream.range(0, n).toArray(), values, LIMIT);
    assertThat(kept).contains(777).hasSizeLessThanOrEqualTo(LIMIT);
  }
}

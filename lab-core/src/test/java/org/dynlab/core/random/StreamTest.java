package org.dynlab.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamTest {

  @Test
  void drawsAreThoseOfSplitMix64() {
    // First outputs of SplitMix64 for seed 1234567, as listed on rosettacode.org.
    Stream stream = new Stream(1234567L);
    assertThat(stream.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(stream.nextLong()).isEqualTo(3203168211198807973L);
  }

  @Test
  void aStreamResumesAnywhere() {
    Stream stream = new SeedTree(9).stream("noise");
    IntStream.range(0, 1000).forEach(i -> stream.nextLong());
    long next = stream.nextLong();
    assertThat(new SeedTree(9).stream("noise").at(1000).nextLong()).isEqualTo(next);
    assertThat(stream.position()).isEqualTo(1001);
  }

  @Test
  void streamsOfOtherNamesAndSeedsAreOthers() {
    long base = new SeedTree(1).stream("init").nextLong();
    assertThat(new SeedTree(1).stream("split").nextLong()).isNotEqualTo(base);
    assertThat(new SeedTree(2).stream("init").nextLong()).isNotEqualTo(base);
    assertThat(new SeedTree(1).child("init").stream("init").nextLong()).isNotEqualTo(base);
    assertThat(new SeedTree(1).stream("init").nextLong()).isEqualTo(base);
  }

  @Test
  void uniformAndGaussianHaveTheirMoments() {
    Stream stream = new SeedTree(5).stream("moments");
    int n = 200_000;
    double[] u = IntStream.range(0, n).mapToDouble(i -> stream.uniform()).toArray();
    assertThat(Arrays.stream(u).average().orElse(0)).isCloseTo(0.5, within(0.003));
    assertThat(Arrays.stream(u).min().orElse(1)).isNotNegative();
    assertThat(Arrays.stream(u).max().orElse(0)).isLessThan(1);
    double[] g = IntStream.range(0, n).mapToDouble(i -> stream.gaussian()).toArray();
    assertThat(Arrays.stream(g).average().orElse(1)).isCloseTo(0, within(0.01));
    assertThat(Arrays.stream(g).map(x -> x * x).average().orElse(0)).isCloseTo(1, within(0.015));
    assertThat(Arrays.stream(g).map(x -> x * x * x * x).average().orElse(0))
        .isCloseTo(3, within(0.12));
  }

  @Test
  void belowCoversEveryValueEvenly() {
    Stream stream = new SeedTree(6).stream("below");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[stream.below(7)]++;
    }
    assertThat(Arrays.stream(counts).min().orElse(0)).isGreaterThan(9_600);
    assertThat(Arrays.stream(counts).max().orElse(0)).isLessThan(10_400);
  }

  @Test
  void aPermutationHoldsEveryNumberOnce() {
    int[] order = new SeedTree(7).stream("order").permutation(1000);
    assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(new SeedTree(7).stream("order").permutation(0)).isEmpty();
  }
}

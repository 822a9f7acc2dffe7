package org.dynlab.instrument.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LowerMedianTest {
  private static final int[] SIZES = {1, 2, 3, 4, 1000, 4096, 4097, 20_000, 145_500};

  @ParameterizedTest
  @CsvSource({"'3', 3", "'4;1', 1", "'5;1;3', 3", "'4;1;3;2', 2", "'1;1;1;9', 1", "'-1;-2', -2"})
  void theLowerOfTheTwoMiddleOnesIsTaken(String entries, double expected) {
    double[] values = Arrays.stream(entries.split(";")).mapToDouble(Double::parseDouble).toArray();
    assertThat(new LowerMedian(oneBlock(values.length)).of(values)).isEqualTo(expected);
  }

  static Stream<IntToDoubleFunction> shapes() {
    SplittableRandom random = new SplittableRandom(11);
    return Stream.of(
        i -> 0.25,
        i -> i,
        i -> -i,
        i -> i % 7,
        i -> i % 2 == 0 ? 1e300 : -1e300,
        i -> i % 194 == 0 ? 1e9 : Math.sin(i),
        i -> random.nextInt(10) < 8 ? 0 : random.nextDouble(-1, 1),
        i -> random.nextDouble(-1, 1),
        i -> (float) Math.pow(random.nextDouble(-1, 1), 9),
        i -> random.nextInt(3) == 0 ? -0.0 : random.nextInt(5) - 2.0,
        i -> i == 5 ? Double.MAX_VALUE : random.nextDouble() * Double.MIN_NORMAL);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theMedianIsTheOneSortingFinds(IntToDoubleFunction shape) {
    for (int size : SIZES) {
      double[] values = new double[size];
      Arrays.setAll(values, shape);
      double[] before = values.clone();
      assertThat(new LowerMedian(oneBlock(size)).of(values))
          .as("of %s", size)
          .isEqualTo(bySorting(values));
      assertThat(values).isEqualTo(before);
    }
  }

  @Test
  void aSampleThatMisleadsCostsTimeButNotTheAnswer() {
    int size = 50_000;
    double[] values = new SplittableRandom(3).doubles(size).toArray();
    for (int k = 0; k < 1024; k++) {
      values[LowerMedian.spread(k, size)] = 10 + k;
    }
    assertThat(new LowerMedian(oneBlock(size)).of(values)).isEqualTo(bySorting(values));
  }

  @Test
  void onlyTheBlocksGivenAreLookedAt() {
    double[] values = new SplittableRandom(4).doubles(60_000).toArray();
    List<ParameterBlock> blocks =
        List.of(
            new ParameterBlock("a.W", Role.WEIGHT, 1000, 100, 200),
            new ParameterBlock("b.W", Role.WEIGHT, 30_000, 50, 300));
    double[] inside = new double[35_000];
    System.arraycopy(values, 1000, inside, 0, 20_000);
    System.arraycopy(values, 30_000, inside, 20_000, 15_000);
    assertThat(new LowerMedian(blocks).of(values)).isEqualTo(bySorting(inside));
  }

  @Test
  void theMedianOfNothingIsNaN() {
    assertThat(new LowerMedian(List.of()).of(new double[] {1})).isNaN();
  }

  private static List<ParameterBlock> oneBlock(int size) {
    return List.of(new ParameterBlock("layer1.W", Role.WEIGHT, 0, 1, size));
  }

  private static double bySorting(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}

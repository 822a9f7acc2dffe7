package org.dynlab.tasks.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScatterTest {
  private static final Box WIDE = Box.of(new Interval(-1, 1), new Interval(0, 1));

  private static PointSet fill(Scatter scatter, Box box, int count, long seed) {
    return new Sampling(scatter, new SeedTree(seed)).inside(box, count);
  }

  private static boolean within(double low, double[] values, double high) {
    return Arrays.stream(values).allMatch(value -> value >= low && value <= high);
  }

  private static double[] column(PointSet set, int axis) {
    return IntStream.range(0, set.rows()).mapToDouble(row -> set.point(row)[axis]).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void pointsLieInTheBoxAndWeightsAddUpToItsVolume(Scatter scatter) {
    for (int count : new int[] {1, 2, 3, 17, 200, 2540}) {
      PointSet set = fill(scatter, WIDE, count, 3);
      assertThat(set.rows()).isBetween(1, count);
      assertThat(column(set, 0)).matches(all -> within(-1, all, 1));
      assertThat(column(set, 1)).matches(all -> within(0, all, 1));
      double volume = IntStream.range(0, set.rows()).mapToDouble(set.measure()::weight).sum();
      assertThat(volume).isCloseTo(2, offset(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNIFORM, 1e-3",
    "MIDPOINTS, 1e-3",
    "GAUSS_LEGENDRE, 1e-12",
    "RANDOM, 0.05",
    "LATIN_HYPERCUBE, 0.02"
  })
  void weightsIntegrate(Scatter scatter, double tolerance) {
    PointSet set = fill(scatter, WIDE, 2540, 1);
    double sum = 0;
    for (int row = 0; row < set.rows(); row++) {
      double[] x = set.point(row);
      sum += set.measure().weight(row) * Math.exp(x[0]) * x[1];
    }
    assertThat(sum).isCloseTo((Math.E - 1 / Math.E) / 2, offset(tolerance));
  }

  @ParameterizedTest
  @CsvSource({"3600, 60, 60", "400, 20, 20", "2540, 50, 50", "3, 1, 3", "1, 1, 1"})
  void gridsOfASquareAreSquares(int count, int first, int second) {
    PointSet set = fill(Scatter.MIDPOINTS, Box.of(Interval.UNIT, Interval.UNIT), count, 1);
    assertThat(Arrays.stream(column(set, 0)).distinct().count()).isEqualTo(first);
    assertThat(Arrays.stream(column(set, 1)).distinct().count()).isEqualTo(second);
    assertThat(set.rows()).isEqualTo(first * second);
  }

  @Test
  void gridsFollowTheRatioOfTheSides() {
    PointSet set = fill(Scatter.UNIFORM, WIDE, 2540, 1);
    assertThat(Arrays.stream(column(set, 0)).distinct().count()).isEqualTo(71);
    assertThat(Arrays.stream(column(set, 1)).distinct().count()).isEqualTo(35);
  }

  @Test
  void aLatinHypercubeHasOnePointInEverySliceOfEverySide() {
    PointSet set = fill(Scatter.LATIN_HYPERCUBE, WIDE, 50, 9);
    int[] wanted = IntStream.range(0, 50).toArray();
    assertThat(Arrays.stream(column(set, 0)).mapToInt(x -> (int) ((x + 1) * 25)).sorted())
        .containsExactly(Arrays.stream(wanted).boxed().toArray(Integer[]::new));
    assertThat(Arrays.stream(column(set, 1)).mapToInt(t -> (int) (t * 50)).sorted())
        .containsExactly(Arrays.stream(wanted).boxed().toArray(Integer[]::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"RANDOM", "LATIN_HYPERCUBE"})
  void randomPointsDependOnTheSeedAlone(Scatter scatter) {
    assertThat(column(fill(scatter, WIDE, 20, 1), 0))
        .isEqualTo(column(fill(scatter, WIDE, 20, 1), 0))
        .isNotEqualTo(column(fill(scatter, WIDE, 20, 2), 0));
  }

  @Test
  void facesShareTheirPointsAndHaveNoVolume() {
    Sampling sampling = new Sampling(Scatter.MIDPOINTS, new SeedTree(1));
    PointSet edge = sampling.on(WIDE, Box.across(0), 5);
    assertThat(edge.rows()).isEqualTo(5);
    assertThat(column(edge, 0)).containsExactly(-1, -1, -1, 1, 1);
    assertThat(column(edge, 1))
        .containsExactly(new double[] {0.5 / 3, 0.5, 2.5 / 3, 0.25, 0.75}, offset(1e-15));
    assertThat(IntStream.range(0, 5).mapToDouble(edge.measure()::weight)).containsOnly(0.0);
    PointSet start = sampling.on(WIDE, Box.START, 2);
    assertThat(column(start, 0)).containsExactly(-0.5, 0.5);
    assertThat(column(start, 1)).containsExactly(0, 0);
  }

  @Test
  void theFacesOfAnIntervalAreItsEnds() {
    Sampling sampling = new Sampling(Scatter.RANDOM, new SeedTree(1));
    PointSet ends = sampling.on(Box.of(Interval.SYMMETRIC), Box.across(0), 2);
    assertThat(column(ends, 0)).containsExactly(-1, 1);
  }
}

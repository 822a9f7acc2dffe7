package org.dynlab.optim.linesearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.random.Stream;
import org.dynlab.optim.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvaturePairsTest {
  private static final int SIZE = 5;

  private static double[] random(Stream stream) {
    double[] x = new double[SIZE];
    Arrays.setAll(x, i -> stream.gaussian());
    return x;
  }

  /** H ← (I - ρsyᵀ) H (I - ρysᵀ) + ρssᵀ with the matrices written out. */
  private static double[][] update(double[][] h, double[] s, double[] y) {
    double rho = 1 / Dot.of(s, y);
    double[][] next = new double[SIZE][SIZE];
    double[][] left = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        left[i][j] = (i == j ? 1 : 0) - rho * s[i] * y[j];
      }
    }
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        next[i][j] = rho * s[i] * s[j] + between(left[i], h, left[j]);
      }
    }
    return next;
  }

  /** aᵀHb. */
  private static double between(double[] a, double[][] h, double[] b) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        sum += a[i] * h[i][j] * b[j];
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 10})
  void theTwoLoopsMultiplyByTheMatrixOfTheLastPairs(int capacity) {
    Stream stream = Trajectory.SEEDS.stream("pairs");
    CurvaturePairs pairs = new CurvaturePairs(SIZE, capacity);
    List<double[][]> kept = new ArrayList<>();
    for (int k = 0; k < 7; k++) {
      double[] s = random(stream);
      double[] y = random(stream);
      Dot.add(1 + Math.abs(Dot.of(s, y)) / Dot.of(s, s), s, 0, y);
      pairs.offer(s, y);
      kept.add(new double[][] {s, y});
      List<double[][]> last = kept.subList(Math.max(0, kept.size() - capacity), kept.size());
      double[][] h = new double[SIZE][SIZE];
      for (int i = 0; i < SIZE; i++) {
        h[i][i] = Dot.of(s, y) / Dot.of(y, y);
      }
      for (double[][] pair : last) {
        h = update(h, pair[0], pair[1]);
      }
      double[] q = random(stream);
      double[] expected = new double[SIZE];
      for (int i = 0; i < SIZE; i++) {
        expected[i] = Dot.of(h[i], q);
      }
      pairs.multiply(q);
      assertThat(q)
          .containsExactly(expected, within(1e-10 * Math.sqrt(Dot.of(expected, expected))));
    }
  }

  @Test
  void pairsWithoutCurvatureAreDropped() {
    CurvaturePairs pairs = new CurvaturePairs(SIZE, 3);
    double[] s = {1, 0, 0, 0, 0};
    pairs.offer(s, new double[] {-1, 0, 0, 0, 0});
    pairs.offer(s, new double[] {1e-11, 1, 0, 0, 0});
    pairs.offer(s, new double[SIZE]);
    pairs.offer(s, new double[] {Double.NaN, 0, 0, 0, 0});
    assertThat(pairs.stored()).isZero();
    pairs.offer(s, new double[] {1e-30, 0, 0, 0, 0});
    assertThat(pairs.stored()).as("small, but all along the step").isEqualTo(1);
  }

  @Test
  void withoutPairsNothingIsMultiplied() {
    double[] q = {1, 2, 3, 4, 5};
    new CurvaturePairs(SIZE, 3).multiply(q);
    assertThat(q).containsExactly(1, 2, 3, 4, 5);
  }
}

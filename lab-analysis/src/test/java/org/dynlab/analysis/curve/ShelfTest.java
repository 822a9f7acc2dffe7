package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static final int SIZE = 1000;

  private static double[] values(int curve) {
    double[] values = IntStream.range(0, SIZE).mapToDouble(i -> Math.sin(curve + i)).toArray();
    values[1] = Double.NaN;
    values[2] = -0.0;
    values[3] = Double.NEGATIVE_INFINITY;
    return values;
  }

  /** The first two curves stay in memory. */
  @Test
  void curvesComeBackToTheLastBitWhereverTheyLie() {
    Shelf shelf = new Shelf(2 * SIZE);
    long[] steps = LongStream.range(0, SIZE).map(i -> i * i).toArray();
    List<Curve> curves =
        IntStream.range(0, 20).parallel().mapToObj(c -> shelf.put(steps, values(c))).toList();
    IntStream.range(0, 20).parallel().forEach(c -> assertHolds(curves.get(c), values(c)));
  }

  private static void assertHolds(Curve curve, double[] values) {
    assertThat(curve.size()).isEqualTo(SIZE);
    assertThat(curve.step(SIZE - 1)).isEqualTo((SIZE - 1L) * (SIZE - 1));
    for (int i = 0; i < SIZE; i++) {
      assertThat(Double.doubleToRawLongBits(curve.value(i)))
          .isEqualTo(Double.doubleToRawLongBits(values[i]));
    }
    assertThat(curve.finite().size()).isEqualTo(SIZE - 2);
    assertThat(curve.from(4).upTo(16).size()).isEqualTo(3);
    assertThat(curve.last().getAsDouble()).isEqualTo(values[SIZE - 1]);
  }

  @Test
  void valuesThatMemoryForgotAreReadAgain() {
    Shelf shelf = new Shelf(0);
    long[] steps = LongStream.range(0, SIZE).toArray();
    List<Curve> curves = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      curves.add(shelf.put(steps, values(c)));
    }
    for (int round = 0; round < 3; round++) {
      System.gc();
      for (int c = 0; c < 3; c++) {
        assertThat(curves.get(c).value(SIZE - 1)).isEqualTo(Math.sin(c + SIZE - 1));
      }
    }
  }

  @Test
  void anEmptyCurveHasNoPoints() {
    assertThat(new Shelf(0).put(new long[0], new double[0]).last()).isEmpty();
  }

  @Test
  void stepsMustAscend() {
    assertThatThrownBy(() -> new Shelf().put(new long[] {1, 1}, new double[2]))
        .hasMessage("steps must ascend, got 1 after 1");
    assertThatThrownBy(() -> new Shelf().put(new long[] {1, 2}, new double[1]))
        .hasMessage("2 steps, 1 values");
  }
}

package org.dynlab.instrument.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 1000, 145_500})
  void sumsAgreeWithExactArithmetic(int size) {
    SplittableRandom random = new SplittableRandom(size);
    double[] x = random.doubles(size + 3L, -0.07, 0.07).toArray();
    double[] part = Arrays.copyOfRange(x, 2, 2 + size);
    Sums sums = Sums.of(x, 2, 2 + size);
    assertThat(sums.count()).isEqualTo(size);
    assertClose(sums.sum(), exact(part, value -> value));
    assertClose(sums.magnitudes(), exact(part, BigDecimal::abs));
    assertClose(sums.squares(), exact(part, value -> value.multiply(value)));
    BigDecimal centre = new BigDecimal("0.25");
    assertClose(
        Sums.squaresAbout(0.25, x, 2, 2 + size),
        exact(part, value -> value.subtract(centre).pow(2)));
  }

  private static double exact(double[] x, UnaryOperator<BigDecimal> term) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : x) {
      sum = sum.add(term.apply(new BigDecimal(value)));
    }
    return sum.doubleValue();
  }

  private static void assertClose(double got, double expected) {
    Offset<Double> relative = within(1e-12 * Math.abs(expected));
    assertThat(got).isEqualTo(expected, relative);
  }

  @Test
  void addingIsTakingBothSetsTogether() {
    double[] x = {1, -2, 3, 4, 5, -6};
    Sums both = Sums.of(x, 0, 2).plus(Sums.of(x, 2, 6));
    assertThat(both).isEqualTo(Sums.of(x, 0, 6)).isEqualTo(new Sums(6, 5, 21, 91));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e200})
  void normAndMeanAreNaNWhereTheSquaresAreNotFinite(double bad) {
    Sums sums = Sums.of(new double[] {1, 2, 3, bad, 5}, 0, 5);
    assertThat(sums.isFinite()).isFalse();
    assertThat(sums.norm()).isNaN();
    assertThat(sums.mean()).isNaN();
  }
}

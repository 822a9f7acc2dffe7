package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The division that is none, for p = 96, in numbers that were counted by other means. */
class LiteralDivideTest {
  private static final int P = 96;

  private static double[] labelShares(int p) {
    double[] shares = new double[p];
    for (int x = 0; x < p; x++) {
      for (int y = 1; y < p; y++) {
        shares[Operation.LITERAL_DIVIDE.label(x, y, p)] += 1.0 / (p * (p - 1));
      }
    }
    return shares;
  }

  private static double bits(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum -= share == 0 ? 0 : share * Math.log(share) / Math.log(2);
    }
    return sum;
  }

  @Test
  void modulo96ThereAreTenMultipliers() {
    Map<Integer, Long> multipliers =
        IntStream.range(1, P)
            .mapToObj(y -> Operation.LITERAL_DIVIDE.label(1, y, P))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    assertThat(multipliers)
        .isEqualTo(
            Map.of(0, 15L, 64, 32L, 1, 8L, 25, 8L, 49, 8L, 73, 8L, 9, 4L, 33, 4L, 57, 4L, 81, 4L));
  }

  @Test
  void modulo96MoreThanAQuarterOfAllLabelsIsZero() {
    double[] shares = labelShares(P);
    assertThat(shares[0]).isCloseTo(0.279, within(5e-4));
    assertThat(bits(shares)).isCloseTo(4.866, within(5e-4));
  }

  @Test
  void moduloThePrime97LabelsAreAlmostUniform() {
    assertThat(bits(labelShares(97))).isCloseTo(6.600, within(5e-4));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 43, 97})
  void moduloAPrimeItIsDivision(int p) {
    for (int x = 0; x < p; x++) {
      for (int y = 1; y < p; y++) {
        assertThat(Operation.LITERAL_DIVIDE.label(x, y, p))
            .isEqualTo(Operation.DIVIDE.label(x, y, p));
      }
    }
  }

  @Test
  void anyModulusWillDo() {
    ModularArithmetic task =
        new ModularArithmetic(Operation.LITERAL_DIVIDE, P, 0.4, Encoding.EQUATION);
    assertThat(task.pairs()).isEqualTo(9120);
    assertThat(task.trainPairs()).isEqualTo(3648);
  }
}

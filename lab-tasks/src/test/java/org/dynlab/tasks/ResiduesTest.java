package org.dynlab.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResiduesTest {

  @Test
  void primesAreThoseOfTheJdksOwnTest() {
    for (int n = -3; n <= 1100; n++) {
      boolean expected = n >= 2 && BigInteger.valueOf(n).isProbablePrime(50);
      assertThat(Residues.isPrime(n)).as("%s", n).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "5", "97", "997"})
  void aNumberTimesItsInverseIsOne(int p) {
    for (int y = 1; y < p; y++) {
      assertThat(Residues.inverse(y, p) * y % p).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 3 and 5", "97, 97", "998, 997", "91, 89 and 97"})
  void nearestPrimesLieOnBothSidesWithinTheRange(int n, String expected) {
    assertThat(Residues.nearestPrimes(n, 1000)).isEqualTo(expected);
  }
}

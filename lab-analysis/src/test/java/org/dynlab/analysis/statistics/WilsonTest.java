package org.dynlab.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  /**
   * Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3 (score, without continuity
   * correction), four decimals.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervalsAreThoseOfTheTextbook(int k, int n, double low, double high) {
    assertThat(Wilson.of(k, n).low()).isCloseTo(low, within(5e-5));
    assertThat(Wilson.of(k, n).high()).isCloseTo(high, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 5", "5, 5", "40, 41"})
  void theIntervalHoldsTheShareAndMirrorsItsComplement(int k, int n) {
    Wilson wilson = Wilson.of(k, n);
    Wilson mirror = Wilson.of(n - k, n);
    assertThat((double) k / n).isBetween(wilson.low() - 1e-15, wilson.high() + 1e-15);
    assertThat(wilson.low()).isCloseTo(1 - mirror.high(), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0"})
  void withoutRunsNothingIsKnown(int n) {
    assertThat(Wilson.of(0, n)).isEqualTo(new Wilson(0, 1));
  }
}

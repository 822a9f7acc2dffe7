package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "38, 38",
    "-38, -38",
    "39.5, 39.5",
    "0.99519, 0.9952",
    "0.9, 0.9",
    "1234.56, 1235",
    "1234567, 1234567",
    "0.0001, 0.0001",
    "0.00012345, 0.0001234",
    "0.000012345, 1.234e-5",
    "-0.00000000012, -1.2e-10",
    "12345678.9, 1.235e7",
    "3e20, 3e20",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void numbersHaveFourDigitsAndAPointInEveryLocale(double value, String text) {
    assertThat(Decimals.plain(value)).isEqualTo(text);
  }
}

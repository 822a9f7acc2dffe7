package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothingIsNull(String word) {
    assertThat(YamlScalar.of(word).isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "False, false"})
  void truthValuesAreTheTwoWordsOnly(String word, boolean value) {
    assertThat(YamlScalar.of(word).isBoolean()).isTrue();
    assertThat(YamlScalar.of(word).booleanValue()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-3, -3", "+5, 5", "9223372036854775807, 9223372036854775807"})
  void wholeNumbersAreLongs(String word, long value) {
    assertThat(YamlScalar.of(word).isLong()).isTrue();
    assertThat(YamlScalar.of(word).longValue()).isEqualTo(value);
  }

  @Test
  void largerWholeNumbersKeepTheirDigits() {
    JsonNode large = YamlScalar.of("9223372036854775808");
    assertThat(large.isBigInteger()).isTrue();
    assertThat(large).hasToString("9223372036854775808");
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, 1000",
    "1.5, 1.5",
    ".5, 0.5",
    "-.5e-1, -0.05",
    "3., 3",
    "1E+2, 100",
    "0.0, 0",
    ".nan, NaN",
    ".NaN, NaN",
    ".inf, Infinity",
    "-.INF, -Infinity",
    "+.inf, Infinity",
    "1e999, Infinity"
  })
  void numbersAreDoubles(String word, double value) {
    assertThat(YamlScalar.of(word).isDouble()).isTrue();
    assertThat(YamlScalar.of(word).doubleValue()).isEqualTo(Double.valueOf(value));
  }

  @Test
  void aNumberLongerThanAnyDoubleIsText() {
    assertThat(YamlScalar.of("9".repeat(1100)).isDouble()).isTrue();
    assertThat(YamlScalar.of("9".repeat(1101)).isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "on",
        "yes",
        "off",
        "y",
        "N",
        "tRue",
        "12:30",
        "0x1F",
        "0o17",
        "017",
        "1_000",
        "1e",
        "e3",
        ".",
        "-",
        "+",
        "1.2.3",
        "NaN",
        "Infinity",
        "1.0f",
        "1d",
        " 1",
        "٣"
      })
  void everythingElseIsText(String word) {
    assertThat(YamlScalar.of(word).textValue()).isEqualTo(word);
  }
}

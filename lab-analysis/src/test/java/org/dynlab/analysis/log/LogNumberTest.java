package org.dynlab.analysis.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dynlab.analysis.log.LogNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogNumberTest {
  private final LogNumber number = new LogNumber();

  private Kind read(String text) {
    byte[] bytes = ("7" + text + "7").getBytes(StandardCharsets.UTF_8);
    return number.read(bytes, 1, bytes.length - 1);
  }

  private void assertReadAs(double expected, String text) {
    if (read(text) != Kind.NUMBER
        || Double.doubleToLongBits(number.value()) != Double.doubleToLongBits(expected)) {
      throw new AssertionError(text + " was read as " + read(text) + " " + number.value());
    }
  }

  @Test
  void everyDoubleComesBackToTheLastBitFromJavaCAndPythonStyles() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      assertReadAs(any, Double.toString(any));
      double plain = random.nextDouble(-10, 10);
      assertReadAs(plain, Double.toString(plain));
      String scientific = String.format(Locale.ROOT, "%+.18e", plain);
      assertReadAs(Double.parseDouble(scientific), scientific);
      String fixed = String.format(Locale.ROOT, "%.6f", plain);
      assertReadAs(Double.parseDouble(fixed), fixed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "1.",
        ".5",
        "-.5",
        "1e5",
        "1E+05",
        "1e-400",
        "1e400",
        "  2 ",
        "\t2",
        "0000000000000000000000001",
        "0.00000000000000000000000000001",
        "1e0000000000000000001",
        "123456789012345678901234567890",
        "0.1234567890123456789012",
        "4.9e-324"
      })
  void aDecimalIsReadAsJavaReadsIt(String text) {
    assertReadAs(Double.parseDouble(text.strip()), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "NaN", "-nan", "NAN"})
  void notANumberIsANumberOfItsOwnKind(String text) {
    assertReadAs(Double.NaN, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "Inf", "+inf", "INF", "Infinity", "infinity"})
  void infinityHasItsSign(String text) {
    assertReadAs(Double.POSITIVE_INFINITY, text);
    assertReadAs(Double.NEGATIVE_INFINITY, "-" + text.replace("+", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t ", "NA", "na", "<NA>", "None", "null", "N/A"})
  void nothingMeasured(String text) {
    assertThat(read(text)).isEqualTo(Kind.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1.5.2",
        "1,5",
        "1 2",
        "1d",
        "1f",
        "0x1p3",
        "1_000",
        "--1",
        "+-1",
        "1e5e5",
        "१",
        "true",
        "-NA",
        "tensor(0.5)",
        "infinit",
        "1e5.0",
        "%"
      })
  void everythingElseIsText(String text) {
    assertThat(read(text)).isEqualTo(Kind.TEXT);
  }
}

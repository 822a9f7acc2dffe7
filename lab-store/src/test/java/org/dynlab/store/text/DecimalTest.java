package org.dynlab.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static boolean isNumber(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return Decimal.isNumber(bytes, 1, bytes.length - 1);
  }

  private static double parse(String text) {
    byte[] bytes = ("7" + text + "7").getBytes(StandardCharsets.UTF_8);
    return Decimal.parse(bytes, 1, bytes.length - 1);
  }

  @Test
  void everyDoubleComesBackToTheLastBit() {
    Random random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      assertSame(Double.longBitsToDouble(random.nextLong()));
      assertSame(random.nextGaussian());
      assertSame(random.nextInt() / 1000.0);
      assertSame((float) random.nextGaussian());
      assertSame((double) random.nextLong());
    }
  }

  private static void assertSame(double value) {
    String text = Double.toString(value);
    if (!isNumber(text) || Double.doubleToLongBits(parse(text)) != Double.doubleToLongBits(value)) {
      throw new AssertionError(text + " came back as " + parse(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "00012.50",
        "0.1",
        "123456789012345",
        "1234567890123456",
        "99999999999999999999999",
        "0.000000000000000000000001",
        "0.00000000000000000001",
        "1E5",
        "1.5E-7",
        "-4.9E-324",
        "1E400",
        "1E-400",
        "NaN",
        "Infinity",
        "-Infinity",
        "9007199254740993",
        "0.30000000000000004"
      })
  void aNumberIsReadAsJavaReadsIt(String text) {
    assertThat(isNumber(text)).isTrue();
    assertThat(Double.doubleToRawLongBits(parse(text)))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "1.", ".5", "-.5", "+1", "1e5", "1E", "1E-", "1E+5", "1.5E", "1.5.2", "1,5",
        " 1", "1 ", "1d", "1f", "0x1p3", "nan", "inf", "Infinit", "-NaN", "--1", "1-", "1E5E5", "१"
      })
  void everythingElseIsNoNumber(String text) {
    assertThat(isNumber(text)).isFalse();
  }
}

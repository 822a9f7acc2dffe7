package org.dynlab.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {
  private final PlainNumber plain = new PlainNumber();

  private boolean read(String text) {
    byte[] bytes = ("," + text).getBytes(StandardCharsets.UTF_8);
    return plain.read(bytes, 1, bytes.length);
  }

  /** Numbers with and without a point, some with a digit or sign changed to something else. */
  @Test
  void whateverItReadsDecimalReadsTheSameWay() {
    SplittableRandom random = new SplittableRandom(9);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      double any = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 60));
      StringBuilder text = new StringBuilder(Double.toString(i % 2 == 0 ? any : (float) any));
      if (i % 5 == 0) {
        text.setCharAt(random.nextInt(text.length()), "-.,E09x".charAt(random.nextInt(7)));
      }
      read += readsLikeDecimal(text.toString()) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(20_000);
  }

  private boolean readsLikeDecimal(String text) {
    if (!read(text)) {
      return false;
    }
    byte[] bytes = ("," + text).getBytes(StandardCharsets.UTF_8);
    assertThat(plain.end() == bytes.length || bytes[plain.end()] == ',').isTrue();
    assertThat(Decimal.isNumber(bytes, 1, plain.end())).as(text).isTrue();
    double expected = Double.parseDouble(text.substring(0, plain.end() - 1));
    assertThat(Double.doubleToRawLongBits(plain.value()))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(expected));
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "1.",
        ".5",
        "-.5",
        "+1",
        "1E5",
        "1.2.3",
        "NaN",
        "-Infinity",
        "1 ",
        "--1",
        ",1",
        "1234567890123456789"
      })
  void allElseIsLeftToOthers(String text) {
    assertThat(read(text)).isFalse();
  }
}

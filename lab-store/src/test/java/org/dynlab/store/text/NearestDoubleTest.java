package org.dynlab.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestDoubleTest {
  private static void assertAsJava(long digits, int power) {
    double expected = Double.parseDouble(digits + "E" + power);
    if (Double.doubleToRawLongBits(NearestDouble.of(digits, power))
        != Double.doubleToRawLongBits(expected)) {
      throw new AssertionError(digits + "E" + power + " is not " + expected);
    }
  }

  @Test
  void randomNumbersOfAllLengthsAndPowersAreAsJavaReadsThem() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 400_000; i++) {
      long digits = random.nextLong() >>> random.nextInt(1, 64);
      assertAsJava(digits, random.nextInt(-130, 131));
      assertAsJava(digits, random.nextInt(-40, 20));
    }
  }

  /** The middle of two neighbours, and the closest decimals of 18 digits on both of its sides. */
  @Test
  void theMiddleBetweenTwoDoublesGoesToTheEvenOneAndNothingElseDoes() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100_000; i++) {
      double low = Math.scalb(1 + random.nextDouble(), random.nextInt(-300, 300));
      BigDecimal middle =
          new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
      int scale = 18 - middle.precision() + middle.scale();
      long digits = middle.movePointRight(scale).toBigInteger().longValueExact();
      assertAsJava(digits, -scale);
      assertAsJava(digits + 1, -scale);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 400",
    "1, 308",
    "17976931348623157, 292",
    "17976931348623159, 292",
    "1, 309",
    "49, -325",
    "22250738585072014, -324",
    "22250738585072011, -324",
    "1, -400",
    "9007199254740993, 0",
    "9007199254740993, 3",
    "9223372036854775807, 0",
    "9223372036854775807, 120",
    "9223372036854775807, -120",
    "9007199254740991, 22",
    "9007199254740992, -22",
    "9007199254740995, 0",
    "18014398509481986, 0",
    "36028797018963972, -1"
  })
  void theEdgesAreAsJavaReadsThem(long digits, int power) {
    assertAsJava(digits, power);
    assertThat(NearestDouble.of(digits, power)).isNotNegative();
  }
}

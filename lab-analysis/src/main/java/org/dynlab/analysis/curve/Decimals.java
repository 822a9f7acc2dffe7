package org.dynlab.analysis.curve;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: few digits, no locale, no exponent where none is needed. */
public final class Decimals {
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_BELOW = 1e7;

  private Decimals() {}

  /**
   * At most four significant digits, whole numbers below ten million in full: {@code 38}, {@code
   * 0.9952}, {@code 1.234e-7}, {@code NaN}, {@code Infinity}.
   */
  public static String plain(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value) && size < PLAIN_BELOW) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    boolean inWords = size >= PLAIN_FROM && size < PLAIN_BELOW;
    return inWords ? rounded.toPlainString() : exponent(rounded);
  }

  private static String exponent(BigDecimal rounded) {
    int power = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString();
    return digits + "e" + power;
  }
}

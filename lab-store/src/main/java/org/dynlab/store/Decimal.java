package org.dynlab.store;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as {@link Double#toString(double)} writes them, read from bytes.
 *
 * <p>Exactly the syntax {@code [-]digits[.digits][E[-]digits]}, {@code NaN}, {@code Infinity} and
 * {@code -Infinity}; the result is the nearest double, as {@link Double#parseDouble(String)} gives.
 * Up to 15 digits with a small power of ten need one exact operation (Clinger 1990,
 * doi:10.1145/93542.93557); the rest is left to the Java machine.
 */
final class Decimal {
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** All decimal numbers with this many digits are exact doubles. */
  private static final int EXACT_DIGITS = 15;

  private Decimal() {}

  /** True if the bytes are a number in that syntax. */
  static boolean isNumber(byte[] bytes, int from, int to) {
    int start = from < to && bytes[from] == '-' ? from + 1 : from;
    if (start < to && bytes[start] > '9') {
      String word = text(bytes, from, to);
      return word.equals("NaN") || word.equals("Infinity") || word.equals("-Infinity");
    }
    int at = digits(bytes, start, to);
    if (at == start) {
      return false;
    }
    if (at < to && bytes[at] == '.') {
      int fraction = digits(bytes, at + 1, to);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    return at == to || isExponent(bytes, at, to);
  }

  private static boolean isExponent(byte[] bytes, int from, int to) {
    if (bytes[from] != 'E') {
      return false;
    }
    int start = from + 1 < to && bytes[from + 1] == '-' ? from + 2 : from + 1;
    return start < to && digits(bytes, start, to) == to;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  /** The value of bytes that {@link #isNumber} accepts. */
  static double parse(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int at = negative ? from + 1 : from;
    long digits = 0;
    int count = 0;
    int scale = 0;
    boolean fraction = false;
    for (; at < to && bytes[at] <= '9'; at++) {
      if (bytes[at] == '.') {
        fraction = true;
        continue;
      }
      digits = digits * 10 + (bytes[at] - '0');
      count += digits == 0 ? 0 : 1;
      scale += fraction ? 1 : 0;
    }
    if (at < to || count > EXACT_DIGITS || scale >= EXACT_POWERS.length) {
      return Double.parseDouble(text(bytes, from, to));
    }
    double magnitude = digits / EXACT_POWERS[scale];
    return negative ? -magnitude : magnitude;
  }

  /** The bytes as text, for messages too. */
  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}

package org.dynlab.store.text;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as {@link Double#toString(double)} writes them, read from bytes.
 *
 * <p>Exactly the syntax {@code [-]digits[.digits][E[-]digits]}, {@code NaN}, {@code Infinity} and
 * {@code -Infinity}; the result is the nearest double, as {@link Double#parseDouble(String)} gives.
 */
public final class Decimal {
  /** All decimal numbers with this many digits are longs, and so many digits are an exponent. */
  private static final int MOST_DIGITS = 18;

  private static final int MOST_EXPONENT_DIGITS = 4;

  private Decimal() {}

  /** True if the bytes are a number in that syntax. */
  public static boolean isNumber(byte[] bytes, int from, int to) {
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
  public static double parse(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int at = negative ? from + 1 : from;
    long digits = 0;
    int count = 0;
    int point = to;
    for (; at < to && bytes[at] <= '9'; at++) {
      if (bytes[at] == '.') {
        point = at + 1;
        continue;
      }
      digits = digits * 10 + (bytes[at] - '0');
      count += digits == 0 ? 0 : 1;
    }
    boolean tooLong = count > MOST_DIGITS || to - at > MOST_EXPONENT_DIGITS;
    if (tooLong || (at < to && bytes[at] != 'E')) {
      return Double.parseDouble(text(bytes, from, to));
    }
    int power = exponent(bytes, at + 1, to) - Math.max(0, at - point);
    double magnitude = NearestDouble.of(digits, power);
    return negative ? -magnitude : magnitude;
  }

  private static int exponent(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int exponent = 0;
    for (int at = negative ? from + 1 : from; at < to; at++) {
      exponent = exponent * 10 + (bytes[at] - '0');
    }
    return negative ? -exponent : exponent;
  }

  /** The bytes as text, for messages too. */
  public static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}

package org.dynlab.analysis.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.dynlab.store.text.NearestDouble;

/**
 * Numbers as Python, NumPy, R, Java and C write them: {@code [+-]digits[.digits][e[+-]digits]} with
 * at least one digit before or behind the point, {@code nan} and {@code inf} or {@code infinity} in
 * any letter case, blanks around them. {@code NA}, {@code <NA>}, {@code N/A}, {@code None} and
 * {@code null} say as an empty cell does that nothing was measured. The value is that of {@link
 * Double#parseDouble(String)}.
 */
final class LogNumber {
  private static final Set<String> MISSING = Set.of("na", "<na>", "n/a", "none", "null");
  private static final Set<String> INFINITE = Set.of("inf", "infinity");

  /** So many digits are a long. */
  private static final int MOST_DIGITS = 18;

  private static final int MOST_EXPONENT_DIGITS = 4;

  /** What a cell holds. */
  enum Kind {
    NUMBER,
    MISSING,
    TEXT
  }

  private byte[] bytes;
  private int at;
  private int to;
  private long digits;
  private int count;
  private double value;

  /** Of the last cell that was a number. */
  double value() {
    return value;
  }

  /** Reads a cell. */
  Kind read(byte[] cell, int begin, int end) {
    bytes = cell;
    at = begin;
    to = end;
    while (at < to && isBlank(bytes[to - 1])) {
      to--;
    }
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    if (at == to) {
      return Kind.MISSING;
    }
    int start = at;
    boolean negative = bytes[at] == '-';
    if (negative || bytes[at] == '+') {
      at++;
    }
    if (at < to && (isDigit(bytes[at]) || bytes[at] == '.')) {
      return decimal(start, negative) ? Kind.NUMBER : Kind.TEXT;
    }
    return word(text(at, to).toLowerCase(Locale.ROOT), negative, at > start);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private String text(int begin, int end) {
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  private Kind word(String word, boolean negative, boolean signed) {
    if (INFINITE.contains(word)) {
      value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return Kind.NUMBER;
    } else if (word.equals("nan")) {
      value = Double.NaN;
      return Kind.NUMBER;
    }
    return !signed && MISSING.contains(word) ? Kind.MISSING : Kind.TEXT;
  }

  private boolean decimal(int start, boolean negative) {
    digits = 0;
    count = 0;
    int first = at;
    digits();
    int figures = at - first;
    int power = 0;
    if (at < to && bytes[at] == '.') {
      at++;
      int fraction = at;
      digits();
      power = fraction - at;
      figures += at - fraction;
    }
    int exponentAt = at;
    boolean right = figures > 0 && (at == to || isExponent());
    if (right) {
      boolean tooLong = count > MOST_DIGITS || to - exponentAt > MOST_EXPONENT_DIGITS + 2;
      double size = tooLong ? Double.NaN : NearestDouble.of(digits, power + exponent(exponentAt));
      value = tooLong ? Double.parseDouble(text(start, to)) : negative ? -size : size;
    }
    return right;
  }

  /** Fields in variables of their own: the launcher's compiler does not do that. */
  private void digits() {
    byte[] cell = bytes;
    int end = to;
    int i = at;
    long number = digits;
    int significant = count;
    for (; i < end && cell[i] >= '0' && cell[i] <= '9'; i++) {
      number = number * 10 + (cell[i] - '0');
      significant += number == 0 ? 0 : 1;
    }
    at = i;
    digits = number;
    count = significant;
  }

  /** Whether an exponent stands from here to the end. */
  private boolean isExponent() {
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return false;
    }
    int begin = at + 1;
    if (begin < to && (bytes[begin] == '-' || bytes[begin] == '+')) {
      begin++;
    }
    int end = begin;
    while (end < to && isDigit(bytes[end])) {
      end++;
    }
    return end > begin && end == to;
  }

  private int exponent(int begin) {
    int exponent = 0;
    boolean negative = false;
    for (int i = begin + 1; i < to; i++) {
      if (isDigit(bytes[i])) {
        exponent = exponent * 10 + (bytes[i] - '0');
      } else {
        negative = bytes[i] == '-';
      }
    }
    return negative ? -exponent : exponent;
  }
}

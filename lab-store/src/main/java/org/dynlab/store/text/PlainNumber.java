package org.dynlab.store.text;

/**
 * Reads, in one pass over their bytes, the numbers that most cells are: {@code [-]digits[.digits]}
 * of at most 18 significant digits, up to a comma or the end of the line. All others are left to
 * {@link Decimal}.
 */
public final class PlainNumber {
  private static final int MOST_DIGITS = 18;

  private int end;
  private double value;

  /** Whether such a number stands from there on. */
  public boolean read(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int first = negative ? from + 1 : from;
    int at = first;
    int point = -1;
    int count = 0;
    long digits = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count += digits == 0 ? 0 : 1;
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    boolean ends = at == to || bytes[at] == ',';
    if (!ends || at == first || point == first || point == at - 1 || count > MOST_DIGITS) {
      return false;
    }
    double magnitude = NearestDouble.of(digits, point < 0 ? 0 : point + 1 - at);
    value = negative ? -magnitude : magnitude;
    end = at;
    return true;
  }

  /** One past the last byte of the number. */
  public int end() {
    return end;
  }

  /** The number that was read. */
  public double value() {
    return value;
  }
}

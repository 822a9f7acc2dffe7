package org.dynlab.store.text;

import java.math.BigInteger;

/**
 * The double nearest to d · 10^p, for readers of decimal numbers.
 *
 * <p>Up to 15 digits with a small power of ten need one exact operation (Clinger 1990,
 * doi:10.1145/93542.93557). Otherwise d is multiplied by the first 128 bits of 10^p, rounded down
 * (Lemire 2021, arXiv:2101.11408), by the lower 64 of them only if it matters: the product falls
 * short of the true value by less than 2^64 units of its 192 bits, and where all values in between
 * round to the same double, that is the nearest one. The few others, subnormal numbers and far
 * powers are left to the Java machine, so the result always is that of {@link
 * Double#parseDouble(String)}.
 */
public final class NearestDouble {
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** All whole numbers up to this one are exact doubles. */
  private static final long LARGEST_EXACT = 1L << 53;

  private static final int FARTHEST_POWER = 120;
  private static final long[] HIGH = new long[2 * FARTHEST_POWER + 1];
  private static final long[] LOW = new long[2 * FARTHEST_POWER + 1];
  private static final int[] EXPONENT = new int[2 * FARTHEST_POWER + 1];
  private static final int PRODUCT_BITS = 128;
  private static final int LEADING_BIT = 52;
  private static final int BIAS = 1023;
  private static final int LARGEST_EXPONENT = 2046;

  static {
    for (int p = -FARTHEST_POWER; p <= FARTHEST_POWER; p++) {
      put(p);
    }
  }

  private NearestDouble() {}

  /** 10^p = (the number in HIGH and LOW, and less than 1 more) · 2^EXPONENT. */
  private static void put(int p) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(p));
    int shift = PRODUCT_BITS - power.bitLength();
    BigInteger bits = power.shiftLeft(shift);
    int exponent = -shift;
    if (p < 0) {
      int scale = power.bitLength() + PRODUCT_BITS - 1;
      bits = BigInteger.ONE.shiftLeft(scale).divide(power);
      exponent = -scale;
    }
    HIGH[p + FARTHEST_POWER] = bits.shiftRight(Long.SIZE).longValue();
    LOW[p + FARTHEST_POWER] = bits.longValue();
    EXPONENT[p + FARTHEST_POWER] = exponent;
  }

  /**
   * The double nearest to that number; infinite beyond the largest one.
   *
   * @param digits d ≥ 0
   * @param power p
   */
  public static double of(long digits, int power) {
    if (digits <= LARGEST_EXACT && Math.abs(power) < EXACT_POWERS.length) {
      return power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
    }
    if (digits == 0 || Math.abs(power) > FARTHEST_POWER) {
      return Double.parseDouble(digits + "E" + power);
    }
    int zeros = Long.numberOfLeadingZeros(digits);
    long factor = digits << zeros;
    int at = power + FARTHEST_POWER;
    long middle = factor * HIGH[at];
    long high = highBits(factor, HIGH[at]);
    if (isJustBelowHalf(high)) {
      long below = highBits(factor, LOW[at]);
      middle += below;
      high += Long.compareUnsigned(middle, below) < 0 ? 1 : 0;
      if (isJustBelowHalf(high) && middle == -1) {
        return Double.parseDouble(digits + "E" + power);
      }
    }
    return rounded(digits, power, high, middle, EXPONENT[at] - zeros);
  }

  /** Whether what is cut off could be half a unit in the last place but for lower bits. */
  private static boolean isJustBelowHalf(long high) {
    long half = half(high);
    return (high & (2 * half - 1)) == half - 1;
  }

  private static long half(long high) {
    return 1L << (cutBits(high) - 1);
  }

  private static int cutBits(long high) {
    return high < 0 ? 11 : 10;
  }

  /** The nearest double to a product of which only less than the last bit of high is unknown. */
  private static double rounded(long digits, int power, long high, long middle, int exponent) {
    int cut = cutBits(high);
    long half = half(high);
    long rest = high & (2 * half - 1);
    int biased = exponent + PRODUCT_BITS + cut + LEADING_BIT + BIAS;
    boolean perhapsHalf = rest == half && middle == 0;
    if (perhapsHalf || biased <= 0 || biased > LARGEST_EXPONENT) {
      return Double.parseDouble(digits + "E" + power);
    }
    long bits = ((long) (biased - 1) << LEADING_BIT) + (high >>> cut);
    return Double.longBitsToDouble(rest >= half ? bits + 1 : bits);
  }

  /** The upper 64 of the 128 bits of the product of two unsigned numbers. */
  private static long highBits(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}

package org.dynlab.core.activation;

/**
 * e^x in double precision over arrays, in the form scale · (1 + rest) with scale a power of two and
 * rest = e^r − 1 for the remaining |r| ≤ ln 2 / 2, so that both e^x = scale + scale · rest and e^x
 * − 1 = scale · rest + (scale − 1) come out with an error of about one unit in the last place.
 * Numbers outside ±708 count as ±708 (e^−708 is 3e-308, the end of the normal numbers); NaN stays
 * NaN.
 *
 * <p>rest is the Taylor sum up to r^13, whose next term is below 2e-17 of it. Arithmetic becomes
 * vector code, the shift of exponents does not.
 */
public final class DoubleExp {
  private static final double LIMIT = 708;
  private static final double LOG2_E = 1.4426950408889634;

  /** ln 2 in two parts, the first with so many zeros at its end that n times it is exact. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Adding and subtracting 1.5·2^52 rounds to the nearest whole number. */
  private static final double ROUND = 0x1.8p52;

  private static final int EXPONENT_BITS = 52;
  private static final long BIAS = 1023 - Double.doubleToRawLongBits(ROUND);

  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5_040;
  private static final double C8 = 1.0 / 40_320;
  private static final double C9 = 1.0 / 362_880;
  private static final double C10 = 1.0 / 3_628_800;
  private static final double C11 = 1.0 / 39_916_800;
  private static final double C12 = 1.0 / 479_001_600;
  private static final double C13 = 1.0 / 6_227_020_800.0;

  private DoubleExp() {}

  /**
   * x ← e^(factor · x) for the first {@code count} entries; {@code scratch} is as long as x.
   * Exponents outside ±708 count as ±708, NaN stays NaN.
   */
  public static void replace(double factor, double[] x, double[] scratch, int count) {
    split(factor, x, x, scratch, count);
    for (int i = 0; i < count; i++) {
      x[i] = scratch[i] + scratch[i] * x[i];
    }
  }

  /**
   * rest, scale ← those of factor · x for the first {@code count} entries; x and rest may be one
   * array. Each loop is short enough for the compiler to unroll, without which it makes no vectors.
   */
  static void split(double factor, double[] x, double[] rest, double[] scale, int count) {
    for (int i = 0; i < count; i++) {
      rest[i] = Math.max(Math.min(factor * x[i], LIMIT), -LIMIT);
    }
    for (int i = 0; i < count; i++) {
      double at = rest[i];
      double shifted = at * LOG2_E + ROUND;
      double n = shifted - ROUND;
      double r = (at - n * LN2_HIGH) - n * LN2_LOW;
      double high = C8 + r * (C9 + r * (C10 + r * (C11 + r * (C12 + r * C13))));
      double low = C3 + r * (C4 + r * (C5 + r * (C6 + r * (C7 + r * high))));
      rest[i] = r + r * r * (0.5 + r * low);
      scale[i] = shifted;
    }
    for (int i = 0; i < count; i++) {
      long exponent = Double.doubleToRawLongBits(scale[i]) + BIAS;
      scale[i] = Double.longBitsToDouble(exponent << EXPONENT_BITS);
    }
  }
}

package org.dynlab.core.activation;

/**
 * e^x in single precision over arrays: 2^n times a polynomial in the remaining fraction of ln 2.
 *
 * <p>Two passes: the arithmetic, which the compiler turns into vector code, and the exponents,
 * which it does not.
 */
public final class FloatExp {
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.69314575f;
  private static final float LN2_LOW = 1.4286068e-6f;
  private static final float LOWEST = -87.3f;
  private static final float LIMIT = 87.3f;

  /** Adding and subtracting 1.5·2^23 rounds to the nearest whole number. */
  private static final float ROUND = 12582912f;

  /** ROUND + n for the first power 2^n of a softmax that counts. */
  private static final float FADED = ROUND - 64;

  private static final int EXPONENT_BITS = 23;
  private static final int BIAS = 127 - Float.floatToRawIntBits(ROUND);

  private FloatExp() {}

  /**
   * x ← e^x for the first {@code count} entries, all x ≤ 0, as a softmax needs it; {@code scratch}
   * is as long as x. Relative error below 2e-7; results below 2⁻⁶⁴ are zero, which beside a largest
   * one of 1 changes no sum and keeps products with weights out of the subnormal numbers, where
   * matrix products were seen to be thirty times slower; NaN stays NaN.
   */
  public static void replace(float[] x, float[] scratch, int count) {
    for (int i = 0; i < count; i++) {
      float at = Math.max(x[i], LOWEST);
      float shifted = at * LOG2_E + ROUND;
      float n = shifted - ROUND;
      float r = (at - n * LN2_HIGH) - n * LN2_LOW;
      float quintic = 0.041666616f + r * (0.0083333f + r * 0.0013981f);
      x[i] = 1f + r * (1f + r * (0.5f + r * (0.16666667f + r * quintic)));
      scratch[i] = shifted;
    }
    for (int i = 0; i < count; i++) {
      x[i] *= scratch[i] < FADED ? 0f : scale(scratch[i]);
    }
  }

  private static float scale(float shifted) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << EXPONENT_BITS);
  }

  /**
   * rest, scale ← those of e^y = scale · (1 + rest) at y = factor · x, scale being a power of two
   * and rest = e^r − 1 for the remaining |r| ≤ ln 2 / 2, by its Taylor sum up to r^7: the single
   * precision form of {@link DoubleExp#split}. Numbers outside ±87.3 count as ±87.3; NaN stays NaN.
   * x and rest may be one array.
   */
  static void split(float factor, float[] x, float[] rest, float[] scale, int count) {
    for (int i = 0; i < count; i++) {
      rest[i] = Math.max(Math.min(factor * x[i], LIMIT), LOWEST);
    }
    for (int i = 0; i < count; i++) {
      float at = rest[i];
      float shifted = at * LOG2_E + ROUND;
      float n = shifted - ROUND;
      float r = (at - n * LN2_HIGH) - n * LN2_LOW;
      float quintic = 1f / 24 + r * (1f / 120 + r * (1f / 720 + r * (1f / 5040)));
      rest[i] = r + r * r * (0.5f + r * (1f / 6 + r * quintic));
      scale[i] = shifted;
    }
    for (int i = 0; i < count; i++) {
      scale[i] = scale(scale[i]);
    }
  }
}

package org.dynlab.core.engine;

/**
 * e^x in single precision for x ≤ 0, as a softmax needs it: 2^n times a polynomial in the remaining
 * fraction of ln 2. Relative error below 2e-7; numbers below -87.3 count as -87.3 (1.2e-38, where
 * the result would be subnormal); NaN stays NaN.
 *
 * <p>Two passes: the arithmetic, which the compiler turns into vector code, and the exponents,
 * which it does not.
 */
final class FloatExp {
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.69314575f;
  private static final float LN2_LOW = 1.4286068e-6f;
  private static final float LOWEST = -87.3f;

  /** Adding and subtracting 1.5·2^23 rounds to the nearest whole number. */
  private static final float ROUND = 12582912f;

  private static final int EXPONENT_BITS = 23;
  private static final int BIAS = 127 - Float.floatToRawIntBits(ROUND);

  private FloatExp() {}

  /** x ← e^x for the first {@code count} entries; {@code scratch} is as long as x. */
  static void replace(float[] x, float[] scratch, int count) {
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
      x[i] *= Float.intBitsToFloat((Float.floatToRawIntBits(scratch[i]) + BIAS) << EXPONENT_BITS);
    }
  }
}

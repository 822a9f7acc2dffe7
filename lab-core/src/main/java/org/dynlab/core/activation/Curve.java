package org.dynlab.core.activation;

/**
 * A function f of one number with its first three derivatives, entry by entry and over arrays.
 * Arrays passed together are different arrays, but for z and h of a function's own loops, which may
 * be one; loops over equal indices become vector code.
 */
public interface Curve {

  /** f(z). */
  double value(double z);

  /** f'(z). */
  double slope(double z);

  /** f''(z), 0 where it does not exist. */
  double second(double z);

  /** f'''(z), 0 where it does not exist. */
  double third(double z);

  /** h ← f(z), rounded to float; {@code spare} is written over. */
  default void apply(float[] z, float[] h, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = (float) value(z[i]);
    }
  }

  /** h ← f(z); {@code spare} is written over. */
  default void apply(double[] z, double[] h, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = value(z[i]);
    }
  }

  /** error ← error · f'(z); z and {@code spare} are written over. */
  default void timesSlope(float[] z, float[] error, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      error[i] = (float) (error[i] * slope(z[i]));
    }
  }

  /** error ← error · f'(z); z and {@code spare} are written over. */
  default void timesSlope(double[] z, double[] error, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      error[i] *= slope(z[i]);
    }
  }

  /** h ← f(z), s1 ← f'(z), s2 ← f''(z). */
  default void withSlopes(double[] z, double[] h, double[] s1, double[] s2, int count) {
    apply(z, h, s1, count);
    slopes(keepsValue() ? h : z, s1, s2, count);
  }

  /** Whether {@link #slopes} are told from f(z), which then has to be kept instead of z. */
  default boolean keepsValue() {
    return false;
  }

  /** s1 ← f', s2 ← f'', from f(z) if {@link #keepsValue}, else from z. */
  default void slopes(double[] kept, double[] s1, double[] s2, int count) {
    for (int i = 0; i < count; i++) {
      s1[i] = slope(kept[i]);
      s2[i] = second(kept[i]);
    }
  }

  /** The same, and s3 ← f'''. */
  default void slopes(double[] kept, double[] s1, double[] s2, double[] s3, int count) {
    slopes(kept, s1, s2, count);
    for (int i = 0; i < count; i++) {
      s3[i] = third(kept[i]);
    }
  }
}

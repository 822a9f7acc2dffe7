package org.dynlab.core.activation;

/**
 * log(1 + y) for 0 ≤ y ≤ 1, in code the compiler can turn into vector instructions: 2 artanh s = 2
 * (s + s³/3 + s⁵/5 + ...) at s = y / (2 + y) ≤ 1/3. NaN stays NaN.
 */
final class LogOnePlus {

  private LogOnePlus() {}

  /** h ← log(1 + y), with terms up to s^33; y is written over. */
  static void ofShares(double[] y, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = y[i] / (2 + y[i]);
    }
    for (int i = 0; i < count; i++) {
      double t = y[i] * y[i];
      double late = 1.0 / 25 + t * (1.0 / 27 + t * (1.0 / 29 + t * (1.0 / 31 + t * (1.0 / 33))));
      h[i] = 1.0 / 17 + t * (1.0 / 19 + t * (1.0 / 21 + t * (1.0 / 23 + t * late)));
    }
    for (int i = 0; i < count; i++) {
      double t = y[i] * y[i];
      double middle = 1.0 / 11 + t * (1.0 / 13 + t * (1.0 / 15 + t * h[i]));
      double early = 1.0 / 3 + t * (1.0 / 5 + t * (1.0 / 7 + t * (1.0 / 9 + t * middle)));
      h[i] = 2 * (y[i] + y[i] * t * early);
    }
  }

  /** h ← log(1 + y), with terms up to s^15; y is written over. */
  static void ofShares(float[] y, float[] h, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = y[i] / (2f + y[i]);
    }
    for (int i = 0; i < count; i++) {
      float t = y[i] * y[i];
      float late = 1f / 9 + t * (1f / 11 + t * (1f / 13 + t * (1f / 15)));
      float early = 1f / 3 + t * (1f / 5 + t * (1f / 7 + t * late));
      h[i] = 2f * (y[i] + y[i] * t * early);
    }
  }
}

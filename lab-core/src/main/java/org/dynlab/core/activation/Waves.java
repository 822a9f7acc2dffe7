package org.dynlab.core.activation;

/**
 * sin and cos in double precision over arrays: z = kπ + r with |r| ≤ π/2 (plus rounding), then
 * (−1)^k times a Taylor sum in r, up to r^23 and r^24. The absolute error is below 3e-16. Arrays
 * with a number beyond ±100000, where kπ would no longer be subtracted exactly, and those with NaN
 * are left to {@link Math}.
 */
final class Waves {
  private static final double LIMIT = 1e5;
  private static final double ROUND = 0x1.8p52;

  /** π in three parts; multiples of the first two by k up to 2^20 are exact. */
  private static final double PI_HIGH = 0x1.921fb544p1;

  private static final double PI_MIDDLE = 0x1.0b4611a6p-33;
  private static final double PI_LOW = 0x1.3198a2e037073p-68;

  private static final double S3 = -1.0 / 6;
  private static final double S5 = 1.0 / 120;
  private static final double S7 = -1.0 / 5_040;
  private static final double S9 = 1.0 / 362_880;
  private static final double S11 = -1.0 / 39_916_800;
  private static final double S13 = 1.0 / 6_227_020_800.0;
  private static final double S15 = -1.0 / 1_307_674_368_000.0;
  private static final double S17 = 1.0 / 355_687_428_096_000.0;
  private static final double S19 = -1.0 / 121_645_100_408_832_000.0;
  private static final double S21 = 1.0 / 51_090_942_171_709_440_000.0;
  private static final double S23 = S21 / -506;
  private static final double C4 = 1.0 / 24;
  private static final double C6 = -1.0 / 720;
  private static final double C8 = 1.0 / 40_320;
  private static final double C10 = -1.0 / 3_628_800;
  private static final double C12 = 1.0 / 479_001_600;
  private static final double C14 = -1.0 / 87_178_291_200.0;
  private static final double C16 = 1.0 / 20_922_789_888_000.0;
  private static final double C18 = -1.0 / 6_402_373_705_728_000.0;
  private static final double C20 = 1.0 / 2_432_902_008_176_640_000.0;
  private static final double C22 = C20 / -462;
  private static final double C24 = C22 / -552;

  private Waves() {}

  /** h ← sin z; {@code spare} is written over. */
  static void sines(double[] z, double[] h, double[] spare, int count) {
    if (!near(z, count)) {
      for (int i = 0; i < count; i++) {
        h[i] = Math.sin(z[i]);
      }
      return;
    }
    reduce(z, h, spare, count);
    for (int i = 0; i < count; i++) {
      double r = h[i];
      double t = r * r;
      double late = S13 + t * (S15 + t * (S17 + t * (S19 + t * (S21 + t * S23))));
      double early = S3 + t * (S5 + t * (S7 + t * (S9 + t * (S11 + t * late))));
      h[i] = spare[i] * (r + r * t * early);
    }
  }

  /** h ← cos z; {@code spare} is written over. */
  static void cosines(double[] z, double[] h, double[] spare, int count) {
    if (!near(z, count)) {
      for (int i = 0; i < count; i++) {
        h[i] = Math.cos(z[i]);
      }
      return;
    }
    reduce(z, h, spare, count);
    for (int i = 0; i < count; i++) {
      double t = h[i] * h[i];
      double late = C14 + t * (C16 + t * (C18 + t * (C20 + t * (C22 + t * C24))));
      double early = C4 + t * (C6 + t * (C8 + t * (C10 + t * (C12 + t * late))));
      h[i] = spare[i] * (1 - t * (0.5 - t * early));
    }
  }

  /** rest ← z − kπ, sign ← (−1)^k. */
  private static void reduce(double[] z, double[] rest, double[] sign, int count) {
    for (int i = 0; i < count; i++) {
      double k = (z[i] * (1 / Math.PI) + ROUND) - ROUND;
      double odd = k - 2 * ((k * 0.5 + ROUND) - ROUND);
      rest[i] = ((z[i] - k * PI_HIGH) - k * PI_MIDDLE) - k * PI_LOW;
      sign[i] = 1 - 2 * odd * odd;
    }
  }

  private static boolean near(double[] z, int count) {
    boolean all = true;
    for (int i = 0; i < count; i++) {
      all &= Math.abs(z[i]) <= LIMIT;
    }
    return all;
  }
}

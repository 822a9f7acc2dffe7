package org.dynlab.core.activation;

/**
 * max(z, 0) + e^min(z, 0) − 1. Continuously differentiable once: f'' is e^z below 0 and 0 above,
 * with a jump at 0, where the left one is taken. Slopes from the value h: f' = h + 1 for h ≤ 0.
 */
final class Elu implements Curve {

  @Override
  public double value(double z) {
    return z > 0 ? z : Math.expm1(z);
  }

  @Override
  public double slope(double z) {
    return z > 0 ? 1 : Math.exp(z);
  }

  @Override
  public double second(double z) {
    return z > 0 ? 0 : Math.exp(z);
  }

  @Override
  public double third(double z) {
    return second(z);
  }

  @Override
  public boolean keepsValue() {
    return true;
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.min(z[i], 0f);
    }
    FloatExp.split(1f, h, h, spare, count);
    for (int i = 0; i < count; i++) {
      h[i] = Math.max(z[i], 0f) + (spare[i] * h[i] + (spare[i] - 1f));
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.min(z[i], 0);
    }
    DoubleExp.split(1, h, h, spare, count);
    for (int i = 0; i < count; i++) {
      h[i] = Math.max(z[i], 0) + (spare[i] * h[i] + (spare[i] - 1));
    }
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = Math.min(z[i], 0f);
    }
    FloatExp.split(1f, z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= spare[i] + spare[i] * z[i];
    }
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = Math.min(z[i], 0);
    }
    DoubleExp.split(1, z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= spare[i] + spare[i] * z[i];
    }
  }

  @Override
  public void slopes(double[] h, double[] s1, double[] s2, int count) {
    for (int i = 0; i < count; i++) {
      s1[i] = Math.min(h[i], 0) + 1;
      s2[i] = h[i] > 0 ? 0 : h[i] + 1;
    }
  }

  @Override
  public void slopes(double[] h, double[] s1, double[] s2, double[] s3, int count) {
    slopes(h, s1, s2, count);
    System.arraycopy(s2, 0, s3, 0, count);
  }
}

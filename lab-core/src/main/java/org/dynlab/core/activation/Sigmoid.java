package org.dynlab.core.activation;

/** The logistic function g = 1 / (1 + e^−z); slopes from the value: f' = g (1 − g). */
final class Sigmoid implements Curve {

  @Override
  public double value(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  @Override
  public double slope(double z) {
    double g = value(z);
    return g * (1 - g);
  }

  @Override
  public double second(double z) {
    double g = value(z);
    return g * (1 - g) * (1 - 2 * g);
  }

  @Override
  public double third(double z) {
    double g = value(z);
    return g * (1 - g) * (1 - 6 * g * (1 - g));
  }

  @Override
  public boolean keepsValue() {
    return true;
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    FloatExp.split(-1f, z, h, spare, count);
    for (int i = 0; i < count; i++) {
      h[i] = 1f / (1f + (spare[i] + spare[i] * h[i]));
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    DoubleExp.split(-1, z, h, spare, count);
    for (int i = 0; i < count; i++) {
      h[i] = 1 / (1 + (spare[i] + spare[i] * h[i]));
    }
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    apply(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= z[i] * (1f - z[i]);
    }
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    apply(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= z[i] * (1 - z[i]);
    }
  }

  @Override
  public void slopes(double[] g, double[] s1, double[] s2, int count) {
    for (int i = 0; i < count; i++) {
      double slope = g[i] * (1 - g[i]);
      s1[i] = slope;
      s2[i] = slope * (1 - 2 * g[i]);
    }
  }

  @Override
  public void slopes(double[] g, double[] s1, double[] s2, double[] s3, int count) {
    for (int i = 0; i < count; i++) {
      double slope = g[i] * (1 - g[i]);
      s1[i] = slope;
      s2[i] = slope * (1 - 2 * g[i]);
      s3[i] = slope * (1 - 6 * slope);
    }
  }
}

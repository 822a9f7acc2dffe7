package org.dynlab.core.activation;

/** Hyperbolic tangent: m / (m + 2) with m = e^2z − 1; slopes from the value h: f' = 1 − h². */
final class Tanh implements Curve {

  @Override
  public double value(double z) {
    return Math.tanh(z);
  }

  @Override
  public double slope(double z) {
    double h = Math.tanh(z);
    return 1 - h * h;
  }

  @Override
  public double second(double z) {
    double h = Math.tanh(z);
    return -2 * h * (1 - h * h);
  }

  @Override
  public double third(double z) {
    double h = Math.tanh(z);
    return -2 * (1 - h * h) * (1 - 3 * h * h);
  }

  @Override
  public boolean keepsValue() {
    return true;
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    FloatExp.split(2f, z, h, spare, count);
    for (int i = 0; i < count; i++) {
      float m = h[i] * spare[i] + (spare[i] - 1f);
      h[i] = m / (m + 2f);
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    DoubleExp.split(2, z, h, spare, count);
    for (int i = 0; i < count; i++) {
      double m = h[i] * spare[i] + (spare[i] - 1);
      h[i] = m / (m + 2);
    }
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    apply(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= 1f - z[i] * z[i];
    }
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    apply(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= 1 - z[i] * z[i];
    }
  }

  @Override
  public void withSlopes(double[] z, double[] h, double[] s1, double[] s2, int count) {
    DoubleExp.split(2, z, h, s1, count);
    for (int i = 0; i < count; i++) {
      double m = h[i] * s1[i] + (s1[i] - 1);
      double value = m / (m + 2);
      double slope = 1 - value * value;
      h[i] = value;
      s1[i] = slope;
      s2[i] = -2 * value * slope;
    }
  }

  @Override
  public void slopes(double[] h, double[] s1, double[] s2, int count) {
    for (int i = 0; i < count; i++) {
      double slope = 1 - h[i] * h[i];
      s1[i] = slope;
      s2[i] = -2 * h[i] * slope;
    }
  }

  @Override
  public void slopes(double[] h, double[] s1, double[] s2, double[] s3, int count) {
    for (int i = 0; i < count; i++) {
      double square = h[i] * h[i];
      double slope = 1 - square;
      s1[i] = slope;
      s2[i] = -2 * h[i] * slope;
      s3[i] = slope * (6 * square - 2);
    }
  }
}

package org.dynlab.core.activation;

/** log(1 + e^z) = max(z, 0) + log(1 + e^−|z|); its slope is the logistic function. */
final class Softplus implements Curve {
  private static final Sigmoid SLOPE = new Sigmoid();

  @Override
  public double value(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  @Override
  public double slope(double z) {
    return SLOPE.value(z);
  }

  @Override
  public double second(double z) {
    return SLOPE.slope(z);
  }

  @Override
  public double third(double z) {
    return SLOPE.second(z);
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.abs(z[i]);
    }
    FloatExp.split(-1f, h, h, spare, count);
    for (int i = 0; i < count; i++) {
      spare[i] += spare[i] * h[i];
    }
    LogOnePlus.ofShares(spare, h, count);
    for (int i = 0; i < count; i++) {
      h[i] += Math.max(z[i], 0f);
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.abs(z[i]);
    }
    DoubleExp.split(-1, h, h, spare, count);
    for (int i = 0; i < count; i++) {
      spare[i] += spare[i] * h[i];
    }
    LogOnePlus.ofShares(spare, h, count);
    for (int i = 0; i < count; i++) {
      h[i] += Math.max(z[i], 0);
    }
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    SLOPE.apply(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= z[i];
    }
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    SLOPE.apply(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= z[i];
    }
  }

  @Override
  public void slopes(double[] z, double[] s1, double[] s2, int count) {
    SLOPE.apply(z, s1, s2, count);
    for (int i = 0; i < count; i++) {
      s2[i] = s1[i] * (1 - s1[i]);
    }
  }

  @Override
  public void slopes(double[] z, double[] s1, double[] s2, double[] s3, int count) {
    SLOPE.apply(z, s1, s2, count);
    SLOPE.slopes(s1, s2, s3, count);
  }
}

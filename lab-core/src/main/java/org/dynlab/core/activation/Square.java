package org.dynlab.core.activation;

/** z². */
final class Square implements Curve {

  @Override
  public double value(double z) {
    return z * z;
  }

  @Override
  public double slope(double z) {
    return 2 * z;
  }

  @Override
  public double second(double z) {
    return 2;
  }

  @Override
  public double third(double z) {
    return 0;
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = z[i] * z[i];
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = z[i] * z[i];
    }
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      error[i] = 2f * z[i] * error[i];
    }
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      error[i] = 2 * z[i] * error[i];
    }
  }
}

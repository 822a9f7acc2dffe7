package org.dynlab.core.activation;

/** max(z, 0); slope 0 at 0, and no second derivative to speak of. */
final class Rectifier implements Curve {

  @Override
  public double value(double z) {
    return z > 0 ? z : Double.isNaN(z) ? z : 0;
  }

  @Override
  public double slope(double z) {
    return z > 0 ? 1 : 0;
  }

  @Override
  public double second(double z) {
    return 0;
  }

  @Override
  public double third(double z) {
    return 0;
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.max(z[i], 0f);
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.max(z[i], 0);
    }
  }

  // 1 where h > 0 and 0 elsewhere, without a branch: products and minima become vector code.
  @Override
  public void timesSlope(float[] h, float[] error, float[] spare, int count) {
    for (int i = 0; i < count; i++) {
      float nearlyOne = Math.min(Math.max(h[i], 0f) * 1e38f, 1f);
      error[i] *= Math.min(nearlyOne * 1e38f, 1f);
    }
  }
}

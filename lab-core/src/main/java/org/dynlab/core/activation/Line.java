package org.dynlab.core.activation;

/** z: a linear layer. */
final class Line implements Curve {

  @Override
  public double value(double z) {
    return z;
  }

  @Override
  public double slope(double z) {
    return 1;
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
    System.arraycopy(z, 0, h, 0, count);
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    System.arraycopy(z, 0, h, 0, count);
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    // The slope is 1.
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    // The slope is 1.
  }
}

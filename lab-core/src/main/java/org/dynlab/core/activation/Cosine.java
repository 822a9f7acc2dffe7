package org.dynlab.core.activation;

/** cos z. */
final class Cosine implements Curve {

  @Override
  public double value(double z) {
    return Math.cos(z);
  }

  @Override
  public double slope(double z) {
    return -Math.sin(z);
  }

  @Override
  public double second(double z) {
    return -Math.cos(z);
  }

  @Override
  public double third(double z) {
    return Math.sin(z);
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    Waves.cosines(z, h, spare, count);
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    Waves.sines(z, z, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= -z[i];
    }
  }

  @Override
  public void slopes(double[] z, double[] s1, double[] s2, int count) {
    double[] spare = new double[count];
    Waves.sines(z, s1, spare, count);
    Waves.cosines(z, s2, spare, count);
    for (int i = 0; i < count; i++) {
      s1[i] = -s1[i];
      s2[i] = -s2[i];
    }
  }

  @Override
  public void slopes(double[] z, double[] s1, double[] s2, double[] s3, int count) {
    slopes(z, s1, s2, count);
    for (int i = 0; i < count; i++) {
      s3[i] = -s1[i];
    }
  }
}

package org.dynlab.core.activation;

/**
 * z g(z) with the logistic function g, also called swish. f' = g + z g', f'' = 2 g' + z g'', f''' =
 * 3 g'' + z g'''. Numbers below −1000, where f is 0 to the last bit, count as −1000.
 */
final class Silu implements Curve {
  private static final double LOWEST = -1000;
  private static final Sigmoid GATE = new Sigmoid();

  @Override
  public double value(double z) {
    return Math.max(z, LOWEST) * GATE.value(z);
  }

  @Override
  public double slope(double z) {
    return GATE.value(z) + Math.max(z, LOWEST) * GATE.slope(z);
  }

  @Override
  public double second(double z) {
    return 2 * GATE.slope(z) + Math.max(z, LOWEST) * GATE.second(z);
  }

  @Override
  public double third(double z) {
    return 3 * GATE.second(z) + Math.max(z, LOWEST) * GATE.third(z);
  }

  @Override
  public void apply(float[] z, float[] h, float[] spare, int count) {
    GATE.apply(z, h, spare, count);
    for (int i = 0; i < count; i++) {
      h[i] *= Math.max(z[i], (float) LOWEST);
    }
  }

  @Override
  public void apply(double[] z, double[] h, double[] spare, int count) {
    GATE.apply(z, h, spare, count);
    for (int i = 0; i < count; i++) {
      h[i] *= Math.max(z[i], LOWEST);
    }
  }

  @Override
  public void timesSlope(float[] z, float[] error, float[] spare, int count) {
    float[] g = new float[count];
    GATE.apply(z, g, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= g[i] * (1f + Math.max(z[i], (float) LOWEST) * (1f - g[i]));
    }
  }

  @Override
  public void timesSlope(double[] z, double[] error, double[] spare, int count) {
    double[] g = new double[count];
    GATE.apply(z, g, spare, count);
    for (int i = 0; i < count; i++) {
      error[i] *= g[i] * (1 + Math.max(z[i], LOWEST) * (1 - g[i]));
    }
  }

  @Override
  public void slopes(double[] z, double[] s1, double[] s2, int count) {
    double[] g = new double[count];
    GATE.apply(z, g, s1, count);
    GATE.slopes(g, s1, s2, count);
    for (int i = 0; i < count; i++) {
      double at = Math.max(z[i], LOWEST);
      s2[i] = 2 * s1[i] + at * s2[i];
      s1[i] = g[i] + at * s1[i];
    }
  }

  @Override
  public void slopes(double[] z, double[] s1, double[] s2, double[] s3, int count) {
    double[] g = new double[count];
    GATE.apply(z, g, s1, count);
    GATE.slopes(g, s1, s2, s3, count);
    for (int i = 0; i < count; i++) {
      double at = Math.max(z[i], LOWEST);
      s3[i] = 3 * s2[i] + at * s3[i];
      s2[i] = 2 * s1[i] + at * s2[i];
      s1[i] = g[i] + at * s1[i];
    }
  }
}

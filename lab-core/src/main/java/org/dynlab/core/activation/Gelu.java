package org.dynlab.core.activation;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * z Φ(z) with the normal distribution function Φ and its density φ: f' = Φ + z φ, f'' = (2 − z²) φ,
 * f''' = (z³ − 4 z) φ.
 */
final class Gelu implements Curve {
  private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

  @Override
  public double value(double z) {
    return z * distribution(z);
  }

  @Override
  public double slope(double z) {
    return distribution(z) + z * density(z);
  }

  @Override
  public double second(double z) {
    return (2 - z * z) * density(z);
  }

  @Override
  public double third(double z) {
    return (z * z - 4) * z * density(z);
  }

  private static double density(double z) {
    return PEAK * Math.exp(-0.5 * z * z);
  }

  private static double distribution(double z) {
    return 0.5 * Erfc.value(-z / Math.sqrt(2));
  }
}

package org.dynlab.optim.langevin;

import java.util.Arrays;

/**
 * Many independent copies of one anisotropic bowl, L = ½ Σ h_k (θ_k - m_k)², whose density
 * exp(-(N·L + ½λ‖θ‖²)/T) is a Gaussian with mean N·h·m/(N·h + λ) and variance T/(N·h + λ).
 */
record Gaussians(int copies) implements Walk.Loss {
  static final double[] CURVATURE = {0.5, 1, 2};
  static final double[] CENTRE = {1, -2, 0.5};
  static final long EXAMPLES = 50;
  static final double PRECISION = 5;
  static final double TEMPERATURE = 0.7;

  /** First and second moments of the coordinates, over copies and time. */
  static final class Moments implements Walk.Visitor {
    private final double[] sum = new double[CURVATURE.length];
    private final double[] squares = new double[CURVATURE.length];
    private long seen;

    @Override
    public void see(double[] point, double loss) {
      for (int i = 0; i < point.length; i++) {
        double off = point[i] - mean(i % sum.length);
        sum[i % sum.length] += off;
        squares[i % sum.length] += off * off;
      }
      seen += point.length / sum.length;
    }

    /** How far the mean is off, in standard deviations of the density. */
    double meanError(int k) {
      return sum[k] / seen / Math.sqrt(variance(k));
    }

    /** Variance over that of the density. */
    double varianceRatio(int k) {
      double off = sum[k] / seen;
      return (squares[k] / seen - off * off) / variance(k);
    }
  }

  /** Curvature of U/N. */
  static double curvature(int k) {
    return CURVATURE[k] + PRECISION / EXAMPLES;
  }

  static double mean(int k) {
    return CURVATURE[k] * CENTRE[k] / curvature(k);
  }

  static double variance(int k) {
    return TEMPERATURE / EXAMPLES / curvature(k);
  }

  double[] start() {
    double[] start = new double[copies * CURVATURE.length];
    Arrays.setAll(start, i -> mean(i % CURVATURE.length));
    return start;
  }

  @Override
  public double at(double[] point, double[] gradient) {
    int dimensions = CURVATURE.length;
    double energy = 0;
    for (int i = 0; i < point.length; i++) {
      int k = i % dimensions;
      double off = point[i] - CENTRE[k];
      gradient[i] = CURVATURE[k] * off;
      energy += 0.5 * gradient[i] * off;
    }
    return energy;
  }
}

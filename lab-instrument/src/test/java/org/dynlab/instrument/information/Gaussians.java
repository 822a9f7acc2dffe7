package org.dynlab.instrument.information;

import java.util.SplittableRandom;

/** Normal numbers for tests, from fixed seeds. */
final class Gaussians {
  private Gaussians() {}

  static double[] normals(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      values[i] = radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
    return values;
  }

  /** y with correlation ρ to x. */
  static double[] correlated(double[] x, double rho, long seed) {
    double[] y = normals(x.length, seed);
    for (int i = 0; i < y.length; i++) {
      y[i] = rho * x[i] + Math.sqrt(1 - rho * rho) * y[i];
    }
    return y;
  }

  /** Φ. */
  static double distribution(double x) {
    if (x > 8 || x < -8) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int k = 1; k < 300 && Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
      term *= x * x / (2 * k + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  /** Φ⁻¹ by bisection. */
  static double quantile(double p) {
    double low = -9;
    double high = 9;
    for (int k = 0; k < 80; k++) {
      double middle = (low + high) / 2;
      if (distribution(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}

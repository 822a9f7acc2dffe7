package org.dynlab.optim.langevin;

/**
 * Many independent copies of one tilted double well, L = (a(x² - 1)² + bx)/N: the density exp(-U/T)
 * has its moments by quadrature.
 */
record DoubleWells(int copies) implements Walk.Loss {
  static final long EXAMPLES = 50;
  static final double TEMPERATURE = 0.7;
  private static final double HEIGHT = 1.5 * TEMPERATURE;
  private static final double TILT = 0.25 * TEMPERATURE;

  /** Where the slope vanishes between the wells. */
  private static final double SADDLE = bisect();

  /** Mean, variance and the share left of the saddle, over copies and time. */
  static final class Moments implements Walk.Visitor {
    private double weights;
    private double sum;
    private double squares;
    private double left;

    @Override
    public void see(double[] point, double loss) {
      for (double x : point) {
        add(x, 1);
      }
    }

    void add(double x, double weight) {
      weights += weight;
      sum += weight * x;
      squares += weight * x * x;
      left += x < SADDLE ? weight : 0;
    }

    double mean() {
      return sum / weights;
    }

    double variance() {
      return squares / weights - mean() * mean();
    }

    double occupancy() {
      return left / weights;
    }
  }

  private static double bisect() {
    double low = -0.5;
    double high = 0.5;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (slope(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The exact moments, by the trapezoidal rule, which is exact to rounding here. */
  static Moments exact() {
    Moments moments = new Moments();
    double step = 1e-4;
    for (int i = -40_000; i <= 40_000; i++) {
      double x = i * step;
      moments.add(x, Math.exp(-energy(x) / TEMPERATURE));
    }
    return moments;
  }

  /** U. */
  static double energy(double x) {
    return HEIGHT * (x * x - 1) * (x * x - 1) + TILT * x;
  }

  static double slope(double x) {
    return 4 * HEIGHT * x * (x * x - 1) + TILT;
  }

  @Override
  public double at(double[] point, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      gradient[i] = slope(point[i]) / EXAMPLES;
      sum += energy(point[i]) / EXAMPLES;
    }
    return sum;
  }
}

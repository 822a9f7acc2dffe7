package org.dynlab.analysis.curve;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's 95 % confidence interval of a mean, with the quantiles computed once per n. */
final class StudentInterval {
  private static final double UPPER_TAIL = 0.025;
  private final double[] quantiles;

  /** For samples of at most {@code most} values. */
  StudentInterval(int most) {
    quantiles = new double[most + 1];
    for (int n = MeanBand.LEAST_RUNS_FOR_BAND; n <= most; n++) {
      quantiles[n] = TDistribution.of(n - 1).inverseSurvivalProbability(UPPER_TAIL);
    }
  }

  /**
   * Mean and interval at every step of curves that all have the same steps, at least one: the same
   * numbers, curve by curve, which takes a tenth of the time.
   */
  PointTable at(long[] steps, double[][] curves) {
    int n = curves.length;
    double[] means = new double[steps.length];
    for (double[] curve : curves) {
      for (int i = 0; i < means.length; i++) {
        means[i] += curve[i] / n;
      }
    }
    double[] squares = new double[steps.length];
    for (double[] curve : curves) {
      for (int i = 0; i < means.length; i++) {
        squares[i] += (curve[i] - means[i]) * (curve[i] - means[i]);
      }
    }
    PointTable points = new PointTable(steps.length);
    for (int i = 0; i < steps.length; i++) {
      points.append(point(steps[i], means[i], squares[i], n));
    }
    return points;
  }

  /** Mean and interval of the first n values, at least one; they are finite. */
  MeanBand.Point at(long step, double[] values, int n) {
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += values[i] / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return point(step, mean, squares, n);
  }

  private MeanBand.Point point(long step, double mean, double squares, int n) {
    if (n < MeanBand.LEAST_RUNS_FOR_BAND) {
      return new MeanBand.Point(step, mean, Double.NaN, Double.NaN, n);
    }
    double half = quantiles[n] * Math.sqrt(squares / (n - 1) / n);
    return new MeanBand.Point(step, mean, mean - half, mean + half, n);
  }
}

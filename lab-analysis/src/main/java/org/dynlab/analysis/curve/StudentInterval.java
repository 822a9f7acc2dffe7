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

  /** Mean and interval of at least one finite value. */
  MeanBand.Point at(long step, double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    if (n < MeanBand.LEAST_RUNS_FOR_BAND) {
      return new MeanBand.Point(step, mean, Double.NaN, Double.NaN, n);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double half = quantiles[n] * Math.sqrt(squares / (n - 1) / n);
    return new MeanBand.Point(step, mean, mean - half, mean + half, n);
  }
}

package org.dynlab.analysis.statistics;

import org.apache.commons.statistics.distribution.FDistribution;

/**
 * A test of Fisher's F.
 *
 * @param f the ratio of mean squares; NaN if one side has no degrees of freedom or both are 0
 * @param numerator degrees of freedom
 * @param denominator degrees of freedom
 */
public record FTest(double f, int numerator, int denominator) {

  /** Probability of an F at least as large if nothing is explained; NaN as f is. */
  public double p() {
    if (Double.isNaN(f)) {
      return Double.NaN;
    }
    return Double.isInfinite(f)
        ? 0
        : FDistribution.of(numerator, denominator).survivalProbability(f);
  }
}

package org.dynlab.analysis.statistics;

/**
 * A statistic with its bootstrap intervals.
 *
 * @param value of the sample itself
 * @param percentile the 2.5 % and 97.5 % quantiles of the resamples' values
 * @param bca the same quantiles moved for bias and acceleration; none if the jackknife allows none
 * @param n values in all strata together
 * @param resamples how many were drawn
 * @param undefined how many of them had no value (NaN) and are left out
 */
public record Bootstrapped(
    double value, Interval percentile, Interval bca, int n, int resamples, int undefined) {

  /** With the BCa interval, or the percentile interval where there is none. */
  public Estimate estimate() {
    return new Estimate(value, bca.exists() ? bca : percentile, n);
  }

  /** With the percentile interval. */
  public Estimate byPercentiles() {
    return new Estimate(value, percentile, n);
  }
}

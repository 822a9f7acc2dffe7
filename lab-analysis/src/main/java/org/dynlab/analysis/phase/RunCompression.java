package org.dynlab.analysis.phase;

/**
 * How far the information of a layer has come down at the end of one run.
 *
 * @param run its folder
 * @param seed its root seed
 * @param peak largest smoothed value, in bits
 * @param end last value, in bits
 * @param noise standard deviation of a single measurement, see {@link Smoothed}
 * @param turned whether it rises and falls beyond noise, so that there is a t_IB
 */
public record RunCompression(
    String run, long seed, double peak, double end, double noise, boolean turned) {

  /** Peak less end, in bits; at least 0, and noise alone makes it positive. */
  public double drop() {
    return peak - end;
  }

  /** The drop as a share of the peak; NaN for a peak that is not positive. */
  public double share() {
    return peak > 0 ? drop() / peak : Double.NaN;
  }
}

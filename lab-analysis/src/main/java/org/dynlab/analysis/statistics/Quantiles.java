package org.dynlab.analysis.statistics;

/** Quantiles of ascending values. */
final class Quantiles {
  private static final double TAIL = 0.025;

  private Quantiles() {}

  /**
   * The p-quantile on straight lines between order statistics, i.e. at position p·(n − 1) from 0
   * (type 7 of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566).
   *
   * @param ascending at least one value
   * @param p in [0, 1]
   */
  static double at(double p, double[] ascending) {
    double position = p * (ascending.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, ascending.length - 1);
    double part = position - below;
    return part == 0 ? ascending[below] : (1 - part) * ascending[below] + part * ascending[above];
  }

  /** The quantiles between which 95 % lie. */
  static Interval middle(double[] ascending) {
    return new Interval(at(TAIL, ascending), at(1 - TAIL, ascending));
  }
}

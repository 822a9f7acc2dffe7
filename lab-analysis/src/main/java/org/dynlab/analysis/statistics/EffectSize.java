package org.dynlab.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/** How far apart two independent samples lie, in units that do not depend on the scale. */
public final class EffectSize {
  private static final double Z = 1.959963984540054;

  private EffectSize() {}

  /**
   * P(a &gt; b) + ½P(a = b) of a pair drawn at random: Mann and Whitney's U over the number of
   * pairs. NaN if a sample is empty or holds NaN; O(n log n).
   */
  public static double superiority(double[] a, double[] b) {
    if (a.length == 0 || b.length == 0 || hasNaN(a) || hasNaN(b)) {
      return Double.NaN;
    }
    double[] sorted = b.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double v : a) {
      sum += 0.5 * (countBelow(sorted, v, false) + countBelow(sorted, v, true));
    }
    return sum / a.length / b.length;
  }

  private static boolean hasNaN(double[] values) {
    return Arrays.stream(values).anyMatch(Double::isNaN);
  }

  /** How many are smaller, or smaller or equal. */
  private static int countBelow(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Cliff's δ = P(a &gt; b) − P(a &lt; b) (Cliff 1993, doi:10.1037/0033-2909.114.3.494), in [-1,
   * 1], with a bootstrap interval, either sample resampled by itself.
   */
  public static Bootstrapped cliffsDelta(double[] a, double[] b, Bootstrap bootstrap) {
    return bootstrap.ofStrata(List.of(a, b), arms -> 2 * superiority(arms.get(0), arms.get(1)) - 1);
  }

  /**
   * Hedges' g: the difference of the means over the pooled standard deviation, times J = Γ(m/2) /
   * (√(m/2) Γ((m − 1)/2)) with m = n₁ + n₂ − 2, which takes its bias away for normal samples
   * (Hedges 1981, doi:10.3102/10769986006002107). The interval is g ± 1.96 √((n₁ + n₂)/(n₁ n₂) +
   * g²/(2(n₁ + n₂))), which is for large samples (Hedges and Olkin 1985,
   * doi:10.1016/C2009-0-03396-0). NaN with fewer than two values in a sample or if none varies.
   */
  public static Estimate hedgesG(double[] a, double[] b) {
    int n = a.length + b.length;
    if (a.length < 2 || b.length < 2) {
      return Estimate.without(Double.NaN, n);
    }
    double[] fromA = Vectors.centred(a);
    double[] fromB = Vectors.centred(b);
    double pooled = (Vectors.dot(fromA, fromA) + Vectors.dot(fromB, fromB)) / (n - 2);
    if (!(pooled > 0)) {
      return Estimate.without(Double.NaN, n);
    }
    double g = correction(n - 2) * (Vectors.mean(a) - Vectors.mean(b)) / Math.sqrt(pooled);
    double variance = (double) n / a.length / b.length + g * g / (2.0 * n);
    double half = Z * Math.sqrt(variance);
    return new Estimate(g, new Interval(g - half, g + half), n);
  }

  private static double correction(double m) {
    return Math.exp(LogGamma.value(m / 2) - LogGamma.value((m - 1) / 2)) / Math.sqrt(m / 2);
  }
}

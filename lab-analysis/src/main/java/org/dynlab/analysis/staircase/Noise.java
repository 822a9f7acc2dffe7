package org.dynlab.analysis.staircase;

import java.util.Arrays;

/**
 * The noise of a curve, from how far points lie off the straight line between their neighbours, one
 * and two points away; medians make it blind to jumps, lines to slopes. It is taken as
 * autoregressive of order one: with v₁, v₂ the squared sizes (1.4826 · median, over √(1 + w² + (1 −
 * w)²) of the line's weights), v₂/v₁ = (1 + φ)(3 − φ²)/(3 − φ), which is the idea of Chakar et al.
 * (2017, doi:10.3150/15-BEJ782) on second differences.
 *
 * @param deviation σ of one point
 * @param correlation φ of neighbouring points, in [0, 0.9]; negative ones count as 0
 */
record Noise(double deviation, double correlation) {
  private static final double NORMAL = 1.4826;
  private static final double MOST_CORRELATED = 0.9;

  static Noise of(double[] steps, double[] values, Scale scale) {
    double floor = scale.floor(values);
    double near = size(1, steps, values);
    double far = size(2, steps, values);
    if (!(near > floor)) {
      return new Noise(floor, 0);
    }
    double phi = correlation(far * far / near / near);
    return new Noise(near * Math.sqrt(3 / ((1 - phi) * (3 - phi))), phi);
  }

  private static double size(int lag, double[] steps, double[] values) {
    int count = Math.max(0, values.length - 2 * lag);
    double[] off = new double[count];
    for (int k = 0; k < count; k++) {
      int i = k + lag;
      double w = (steps[i + lag] - steps[i]) / (steps[i + lag] - steps[i - lag]);
      double line = w * values[i - lag] + (1 - w) * values[i + lag];
      off[k] = Math.abs(values[i] - line) / Math.sqrt(1 + w * w + (1 - w) * (1 - w));
    }
    Arrays.sort(off);
    return count == 0 ? 0 : NORMAL * 0.5 * (off[(count - 1) / 2] + off[count / 2]);
  }

  /** Where (1 + φ)(3 − φ²)/(3 − φ), which grows with φ, has that value. */
  private static double correlation(double ratio) {
    double low = 0;
    double high = MOST_CORRELATED;
    for (int halving = 0; halving < 40; halving++) {
      double phi = (low + high) / 2;
      if ((1 + phi) * (3 - phi * phi) / (3 - phi) < ratio) {
        low = phi;
      } else {
        high = phi;
      }
    }
    return high < 1e-9 ? 0 : high;
  }

  /** The variance that counts for means of many points: σ²(1 + φ)/(1 − φ). */
  double longRunVariance() {
    return deviation * deviation * (1 + correlation) / (1 - correlation);
  }
}

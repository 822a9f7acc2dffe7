package org.dynlab.instrument.information;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The differential entropy of n points of R^d from the distance r_i of each to its k-th neighbour
 * (Kozachenko and Leonenko 1987; as used by Saxe et al. 2018, ICLR, equation 16), in nats:
 *
 * <pre>
 * H = d · mean ln(r_i + 10⁻¹⁶) + (d/2) ln π - ln Γ(d/2 + 1) + ψ(n) - ψ(k)     Euclidean distances
 * </pre>
 *
 * <p>The 10⁻¹⁶ is that of the published code; points that coincide give finite numbers through it,
 * which mean nothing. The bias grows with d. NaN where a number is not finite, or n ≤ k.
 */
final class KozachenkoLeonenko {
  private static final double LEAST = 1e-16;

  private KozachenkoLeonenko() {}

  static double entropy(Points points, int k) {
    int n = points.count();
    if (n <= k || !points.finite()) {
      return Double.NaN;
    }
    Nearest nearest = new Nearest(k);
    double[] distances = new double[n];
    double logs = 0;
    for (int i = 0; i < n; i++) {
      points.euclidean(i, distances);
      nearest.find(distances, n, i);
      logs += Math.log(nearest.farthest() + LEAST);
    }
    double d = points.dimensions();
    return d * logs / n
        + d / 2 * Math.log(Math.PI)
        - LogGamma.value(d / 2 + 1)
        + Digamma.value(n)
        - Digamma.value(k);
  }
}

package org.dynlab.instrument.information;

import org.apache.commons.numbers.gamma.Digamma;

/**
 * Mutual information of two continuous vectors from k-th neighbours in the joint space (Kraskov,
 * Stögbauer and Grassberger 2004, doi:10.1103/PhysRevE.69.066138), in nats, maximum norm:
 *
 * <pre>
 * first (eq. 8)    I = ψ(k) + ψ(n) - mean[ψ(n_x + 1) + ψ(n_y + 1)]     points strictly closer than the k-th
 * second (eq. 9)   I = ψ(k) - 1/k + ψ(n) - mean[ψ(n_x) + ψ(n_y)]       points within the k neighbours' sides
 * </pre>
 *
 * <p>It cannot exceed about ψ(n) and is far too small where the true information is much larger
 * than ln n, or the dimension above ten. May be negative. NaN where a number is not finite, or n ≤
 * k. Cost: n²(d_x + d_y).
 */
final class Ksg {

  /** Which of the two estimators of the article. */
  enum Form {
    /** Equation 8. */
    FIRST,
    /** Equation 9. */
    SECOND
  }

  private Ksg() {}

  static double information(Points x, Points y, int k, Form form) {
    int n = x.count();
    if (n <= k || !x.finite() || !y.finite()) {
      return Double.NaN;
    }
    Nearest nearest = new Nearest(k);
    double[] inX = new double[n];
    double[] inY = new double[n];
    double[] joint = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      x.distances(i, inX);
      y.distances(i, inY);
      System.arraycopy(inX, 0, joint, 0, n);
      y.widen(i, joint);
      nearest.find(joint, n, i);
      sum +=
          form == Form.FIRST
              ? first(inX, nearest.farthest()) + first(inY, nearest.farthest())
              : second(inX, nearest.numbers()) + second(inY, nearest.numbers());
    }
    double correction = form == Form.FIRST ? 0 : 1.0 / k;
    return Digamma.value(k) - correction + Digamma.value(n) - sum / n;
  }

  /** ψ(n_x + 1), the point itself being the one. */
  private static double first(double[] distances, double radius) {
    int within = 0;
    for (double distance : distances) {
      within += distance < radius ? 1 : 0;
    }
    return Digamma.value(Math.max(1, within));
  }

  /** ψ(n_x) with the radius that just holds the neighbours; the point itself does not count. */
  private static double second(double[] distances, int[] neighbours) {
    double radius = 0;
    for (int neighbour : neighbours) {
      radius = Math.max(radius, distances[neighbour]);
    }
    int within = -1;
    for (double distance : distances) {
      within += distance <= radius ? 1 : 0;
    }
    return Digamma.value(within);
  }
}

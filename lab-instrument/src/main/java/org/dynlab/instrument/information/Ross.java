package org.dynlab.instrument.information;

import org.apache.commons.numbers.gamma.Digamma;

/**
 * Mutual information of a continuous vector with classes (Ross 2014,
 * doi:10.1371/journal.pone.0087357), in nats, maximum norm:
 *
 * <pre>
 * I = ψ(n) + mean[ψ(k_i) - ψ(n_{y_i}) - ψ(m_i)]
 * </pre>
 *
 * <p>with n_y the points of class y, and m_i the points of any class, i itself included, that are
 * closer than the k-th neighbour of i in its own class or coincide with i. In classes of at most k
 * points k_i is one less than their number; classes of a single point are left out, as
 * scikit-learn's {@code mutual_info_classif} does, which has the same formula for single features.
 * Unlike there, negative estimates stay negative. NaN where a number is not finite. Cost: n²d.
 */
final class Ross {

  private Ross() {}

  static double information(Points points, ProbeClasses classes, int k) {
    if (!points.finite()) {
      return Double.NaN;
    }
    Points sorted = points.select(classes.order(), 0, classes.order().length);
    double[] distances = new double[sorted.count()];
    double[] own = new double[sorted.count()];
    double sum = 0;
    int used = 0;
    for (int c = 0; c < classes.ends().length; c++) {
      int count = classes.count(c);
      if (count >= 2) {
        int neighbours = Math.min(k, count - 1);
        Nearest nearest = new Nearest(neighbours);
        double ofClass = Digamma.value(neighbours) - Digamma.value(count);
        for (int i = classes.begin(c); i < classes.ends()[c]; i++) {
          sorted.distances(i, distances);
          System.arraycopy(distances, classes.begin(c), own, 0, count);
          nearest.find(own, count, i - classes.begin(c));
          sum += ofClass - Digamma.value(within(distances, nearest.farthest(), classes));
        }
        used += count;
      }
    }
    return Digamma.value(used) + sum / used;
  }

  private static int within(double[] distances, double radius, ProbeClasses classes) {
    int within = 0;
    for (int c = 0; c < classes.ends().length; c++) {
      if (classes.count(c) >= 2) {
        for (int j = classes.begin(c); j < classes.ends()[c]; j++) {
          within += distances[j] < radius || distances[j] == 0 ? 1 : 0;
        }
      }
    }
    return within;
  }
}

package org.dynlab.tasks.field;

import org.dynlab.core.describe.Checks;

/** The rules that numbers of points and weights of terms keep. */
final class PointCounts {
  /** Most points of one set. */
  static final int MOST = 100_000;

  private final Scatter scatter;
  private final Checks checks = new Checks();

  PointCounts(Scatter scatter) {
    this.scatter = scatter;
  }

  /** Points of a plane. */
  PointCounts inPlane(String component, int count) {
    checks.range(component, count, 1, MOST);
    return this;
  }

  /** Points of a line, for which Gauss–Legendre nodes are found one by one. */
  PointCounts onLine(String component, int count) {
    inPlane(component, count);
    checks.that(
        scatter != Scatter.GAUSS_LEGENDRE || count <= Scatter.MOST_GAUSS_NODES,
        component,
        "must be <= " + Scatter.MOST_GAUSS_NODES + " for gaussLegendre",
        count);
    return this;
  }

  /** The factor on a term. */
  PointCounts weight(String component, double weight) {
    checks.positive(component, weight);
    return this;
  }

  /** Throws all problems, if there are any. */
  void done() {
    checks.done();
  }
}

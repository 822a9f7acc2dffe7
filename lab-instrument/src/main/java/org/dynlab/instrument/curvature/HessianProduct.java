package org.dynlab.instrument.curvature;

import org.dynlab.core.instrument.Objective;
import org.dynlab.instrument.flat.Dot;

/**
 * H·v by central differences of the gradient, (∇L(θ + hv) - ∇L(θ - hv)) / 2h with h‖v‖ = {@value
 * #STEP}·(1 + ‖θ‖): errors of third derivatives times h², of rounding over h. One owner, one
 * thread.
 */
final class HessianProduct {
  private static final double STEP = 1e-5;
  private final Objective objective;
  private final double[] point;
  private final double[] moved;
  private final double[] behind;
  private final double length;

  HessianProduct(Objective objective, double[] point) {
    this.objective = objective;
    this.point = point;
    this.moved = new double[point.length];
    this.behind = new double[point.length];
    this.length = STEP * (1 + Math.sqrt(Dot.of(point, point)));
  }

  /** into ← H·v. */
  void times(double[] v, double[] into) {
    double h = length / Math.sqrt(Dot.of(v, v));
    gradient(v, h, into);
    gradient(v, -h, behind);
    for (int i = 0; i < into.length; i++) {
      into[i] = (into[i] - behind[i]) / (2 * h);
    }
  }

  private void gradient(double[] v, double h, double[] into) {
    for (int i = 0; i < moved.length; i++) {
      moved[i] = point[i] + h * v[i];
    }
    double unused = objective.gradient(moved, into);
  }
}

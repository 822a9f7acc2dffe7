package org.dynlab.tasks.field;

/**
 * One step of v_t = D v_xx on equal intervals: (1 − r δ²) v(t + dt) = (1 + r δ²) v(t) with r = D dt
 * / 2dx², second order in both, stable for every dt (Crank and Nicolson 1947,
 * doi:10.1017/S0305004100023197). The tridiagonal system is factored once; a ring is closed by the
 * formula of Sherman and Morrison (1950, doi:10.1214/aoms/1177729893). Cost: about 10 n flops.
 */
final class CrankNicolson {
  private final double r;
  private final boolean ring;
  private final double[] pivots;
  private final double[] right;
  private final double[] corner;
  private final double cornerShare;

  /**
   * @param unknowns n; a ring has all its points in it, a line only those between its fixed ends
   * @param r D dt / 2dx²
   */
  CrankNicolson(int unknowns, double r, boolean ring) {
    this.r = r;
    this.ring = ring;
    this.pivots = new double[unknowns];
    this.right = new double[unknowns];
    this.corner = new double[unknowns];
    double gamma = -(1 + 2 * r);
    this.cornerShare = -r / gamma;
    factor(gamma);
    if (ring) {
      corner[0] = gamma;
      corner[unknowns - 1] = -r;
      solve(corner);
    }
  }

  private void factor(double gamma) {
    int last = pivots.length - 1;
    for (int i = 0; i <= last; i++) {
      double diagonal = 1 + 2 * r;
      if (ring) {
        diagonal -= i == 0 ? gamma : i == last ? r * r / gamma : 0;
      }
      pivots[i] = i == 0 ? diagonal : diagonal - r * r / pivots[i - 1];
    }
  }

  /** v ← v one step later; {@code ends} is the value beyond both ends of a line. */
  void step(double[] v, double ends) {
    int last = v.length - 1;
    double beyond = ring ? 0 : 2 * r * ends;
    for (int i = 0; i <= last; i++) {
      double left = i > 0 ? v[i - 1] : ring ? v[last] : 0;
      double next = i < last ? v[i + 1] : ring ? v[0] : 0;
      right[i] = v[i] + r * (left - 2 * v[i] + next);
    }
    right[0] += beyond;
    right[last] += beyond;
    solve(right);
    double share =
        ring
            ? (right[0] + cornerShare * right[last]) / (1 + corner[0] + cornerShare * corner[last])
            : 0;
    for (int i = 0; i <= last; i++) {
      v[i] = right[i] - share * corner[i];
    }
  }

  private void solve(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] += r / pivots[i - 1] * x[i - 1];
    }
    x[x.length - 1] /= pivots[x.length - 1];
    for (int i = x.length - 2; i >= 0; i--) {
      x[i] = (x[i] + r * x[i + 1]) / pivots[i];
    }
  }
}

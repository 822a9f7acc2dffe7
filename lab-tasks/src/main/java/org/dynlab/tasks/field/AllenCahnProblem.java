package org.dynlab.tasks.field;

import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;

/** The two problems of {@link AllenCahn}. */
public enum AllenCahnProblem {
  /** D = 0.001, u(±1, t) = −1: the demo of DeepXDE (Lu et al. 2021, doi:10.1137/19M1274067). */
  DIRICHLET(0.001) {
    @Override
    Residual ends(Jet jet) {
      return LinearOperator.value(jet);
    }

    @Override
    double valueAtEnds() {
      return -1;
    }

    @Override
    StrangSplitting solution() {
      return StrangSplitting.fixedEnds(diffusion(), INTERVALS, STEPS);
    }
  },
  /**
   * D = 0.0001, u and u_x periodic in x: the benchmark of Raissi, Perdikaris and Karniadakis (2019,
   * doi:10.1016/j.jcp.2018.10.045), on which plain networks fail.
   *
   * <p>The equation and the start are even in x, so the solution is too. u(−1) = u(1) then holds by
   * itself, and u_x(−1) = u_x(1) = −u_x(−1) says that u_x is 0 at both ends. This is what the term
   * of the ends asks, point by point: it has the same solution, but is not the difference of two
   * network outputs that the authors penalise.
   */
  PERIODIC(0.0001) {
    @Override
    Residual ends(Jet jet) {
      return LinearOperator.on(jet).plusFirst(0, 1);
    }

    @Override
    double valueAtEnds() {
      return 0;
    }

    @Override
    StrangSplitting solution() {
      return StrangSplitting.periodic(diffusion(), INTERVALS, STEPS);
    }
  };

  private static final int INTERVALS = 3200;
  private static final int STEPS = 1600;

  private final double diffusion;

  AllenCahnProblem(double diffusion) {
    this.diffusion = diffusion;
  }

  /** r at the ends, with {@link #valueAtEnds} as the known number. */
  abstract Residual ends(Jet jet);

  abstract double valueAtEnds();

  /** On 201 × 101 points. */
  abstract StrangSplitting solution();

  /** D. */
  double diffusion() {
    return diffusion;
  }
}

package org.dynlab.tasks.field;

import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;

/** The two problems of {@link Helmholtz2d}. */
public enum HelmholtzProblem {
  /**
   * −Δu − k²u = f on [0, 1]² with k = 4π, f = k² sin kx sin ky; u = sin kx sin ky. The demo of
   * DeepXDE (Lu et al. 2021, doi:10.1137/19M1274067), judged on 60 × 60 points.
   */
  EQUAL_WAVES(0, 60) {
    @Override
    Residual equation(Jet jet) {
      return LinearOperator.on(jet).plusLaplacian(-1).plusValue(-WAVE * WAVE);
    }

    @Override
    double source(double[] x) {
      return WAVE * WAVE * Math.sin(WAVE * x[0]) * Math.sin(WAVE * x[1]);
    }

    @Override
    Field solution() {
      return x -> x.get(0).times(WAVE).sin().times(x.get(1).times(WAVE).sin());
    }
  },
  /**
   * Δu + u = f on [-1, 1]², f = (1 − 17π²) u; u = sin πx sin 4πy (Wang, Teng and Perdikaris 2021,
   * doi:10.1137/20M1318043), judged on 100 × 100 points.
   */
  UNEQUAL_WAVES(-1, 100) {
    @Override
    Residual equation(Jet jet) {
      return LinearOperator.on(jet).plusLaplacian(1).plusValue(1);
    }

    @Override
    double source(double[] x) {
      double u = Math.sin(Math.PI * x[0]) * Math.sin(4 * Math.PI * x[1]);
      return (1 - 17 * Math.PI * Math.PI) * u;
    }

    @Override
    Field solution() {
      return x -> x.get(0).times(Math.PI).sin().times(x.get(1).times(4 * Math.PI).sin());
    }
  };

  private static final double WAVE = 4 * Math.PI;

  private final double low;
  private final int evalSide;

  HelmholtzProblem(double low, int evalSide) {
    this.low = low;
    this.evalSide = evalSide;
  }

  /** r, with {@link #source} as the known number. */
  abstract Residual equation(Jet jet);

  /** f. */
  abstract double source(double[] x);

  abstract Field solution();

  Interval side() {
    return new Interval(low, 1);
  }

  /** Eval points along one side. */
  int evalSide() {
    return evalSide;
  }
}

package org.dynlab.tasks.field;

import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;

/** Right side, solution and upper edge condition of {@link Poisson1d}; u = 0 at the lower edge. */
public enum Poisson1dProblem {
  /** u = sin πx on [-1, 1], u(1) = 0. */
  DIRICHLET(-1, 1, 0, 0) {
    @Override
    double source(double[] x) {
      return Math.PI * Math.PI * Math.sin(Math.PI * x[0]);
    }

    @Override
    Field solution() {
      return x -> x.get(0).times(Math.PI).sin();
    }
  },
  /** u = (x + 1)² on [-1, 1], u'(1) = 4. */
  NEUMANN(-1, 0, 1, 4) {
    @Override
    double source(double[] x) {
      return -2;
    }

    @Override
    Field solution() {
      return x -> x.get(0).plus(1).square();
    }
  },
  /** u = (x + 1)² on [-1, 1], u'(1) = u(1). */
  ROBIN(-1, -1, 1, 0) {
    @Override
    double source(double[] x) {
      return -2;
    }

    @Override
    Field solution() {
      return NEUMANN.solution();
    }
  },
  /** u = sin 2πx + 0.1 sin 50πx on [0, 1], u(1) = 0: two scales, hard for plain networks. */
  MULTI_SCALE(0, 1, 0, 0) {
    @Override
    double source(double[] x) {
      double slow = 2 * Math.PI;
      double fast = 50 * Math.PI;
      return slow * slow * Math.sin(slow * x[0]) + 0.1 * fast * fast * Math.sin(fast * x[0]);
    }

    @Override
    Field solution() {
      return x ->
          x.get(0).times(2 * Math.PI).sin().plus(x.get(0).times(50 * Math.PI).sin().times(0.1));
    }
  };

  private final double low;
  private final double a;
  private final double b;
  private final double g;

  Poisson1dProblem(double low, double a, double b, double g) {
    this.low = low;
    this.a = a;
    this.b = b;
    this.g = g;
  }

  /** f. */
  abstract double source(double[] x);

  abstract Field solution();

  Interval domain() {
    return new Interval(low, 1);
  }

  /** Whether the upper condition is u = 0. */
  boolean fixedAbove() {
    return b == 0;
  }

  /** r = a·u + b·u' − known_0. */
  Residual above(Jet jet) {
    return LinearOperator.on(jet).plusValue(a).plusFirst(0, b);
  }

  /** g. */
  double valueAbove() {
    return g;
  }
}

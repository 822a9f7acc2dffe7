package org.dynlab.tasks.field;

import org.dynlab.core.task.Jet;
import org.dynlab.core.task.Residual;

/** r = Σ_c a_c · (channel c of u) − known_0: a linear differential equation or edge condition. */
final class LinearOperator implements Residual {
  private final Jet jet;
  private final double[] coefficients;

  private LinearOperator(Jet jet, double[] coefficients) {
    this.jet = jet;
    this.coefficients = coefficients;
  }

  /** r = −known_0, to begin with. */
  static LinearOperator on(Jet jet) {
    return new LinearOperator(jet, new double[jet.channels()]);
  }

  /** r = u − known_0. */
  static LinearOperator value(Jet jet) {
    return on(jet).plusValue(1);
  }

  LinearOperator plusValue(double a) {
    return plus(0, a);
  }

  LinearOperator plusFirst(int axis, double a) {
    return plus(jet.firstChannel(axis), a);
  }

  LinearOperator plusSecond(int axis, double a) {
    return plus(jet.secondChannel(axis), a);
  }

  LinearOperator plusLaplacian(double a) {
    return plus(jet.laplacianChannel(), a);
  }

  private LinearOperator plus(int channel, double a) {
    double[] more = coefficients.clone();
    more[channel] += a;
    return new LinearOperator(jet, more);
  }

  @Override
  public double at(double[] known, double[] jet, double[] slopes) {
    double sum = -known[0];
    for (int c = 0; c < coefficients.length; c++) {
      sum += coefficients[c] * jet[c];
      slopes[c] = coefficients[c];
    }
    return sum;
  }
}

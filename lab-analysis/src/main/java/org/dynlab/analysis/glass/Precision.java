package org.dynlab.analysis.glass;

/**
 * Standard errors of fitted parameters. The weights say what counts, not how precise a value is, so
 * the covariance is {@code s² (JᵀWJ)⁻¹ JᵀW²J (JᵀWJ)⁻¹} with s² = Σ r²/(n - p), for independent
 * noise of one size; with equal weights it is the usual one.
 */
final class Precision {
  private final Law law;
  private final Decay data;
  private final double[] at;

  Precision(Law law, Decay data, double[] at) {
    this.law = law;
    this.data = data;
    this.at = at;
  }

  Relaxation relaxation(double weightedSquares, boolean atBound) {
    double[] errors = standardErrors();
    double tau = Math.exp(at[2]);
    double beta = law == Law.EXPONENTIAL ? 0 : errors[3];
    return new Relaxation(
        law,
        new Parameter(at[0], errors[0]),
        new Parameter(at[0] + at[1], errors[4]),
        new Parameter(tau, tau * errors[2]),
        new Parameter(at[3], beta),
        Akaike.corrected(weightedSquares, data, law.parameters()),
        atBound);
  }

  /** Of y∞, y₀ - y∞, ln τ, β where it is free, and last of y₀ = y∞ + (y₀ - y∞). */
  private double[] standardErrors() {
    int p = law.parameters();
    double[][] normal = new double[p][p];
    double[][] middle = new double[p][p];
    double squares = 0;
    for (int i = 0; i < data.size(); i++) {
      double[] row = Fit.jacobian(law, data.time(i), at);
      double w = data.weight(i);
      double residual = data.value(i) - at[0] - at[1] * row[1];
      squares += residual * residual;
      for (int a = 0; a < p; a++) {
        Cholesky.addTo(normal[a], w * row[a], row);
        Cholesky.addTo(middle[a], w * w * row[a], row);
      }
    }
    double variance = squares / (data.size() - p);
    Cholesky root = new Cholesky(normal);
    double[] errors = new double[5];
    for (int a = 0; a < p; a++) {
      double[] direction = new double[p];
      direction[a] = 1;
      errors[a] = error(root.solve(direction), middle, variance);
    }
    double[] both = new double[p];
    both[0] = 1;
    both[1] = 1;
    errors[4] = error(root.solve(both), middle, variance);
    return errors;
  }

  private static double error(double[] x, double[][] middle, double variance) {
    double sum = 0;
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < x.length; b++) {
        sum += x[a] * middle[a][b] * x[b];
      }
    }
    return Math.sqrt(variance * sum);
  }
}

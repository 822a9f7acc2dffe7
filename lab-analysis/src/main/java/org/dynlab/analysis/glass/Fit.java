package org.dynlab.analysis.glass;

/**
 * Weighted least squares of one {@link Law} by Levenberg's and Marquardt's method (Marquardt 1963,
 * doi:10.1137/0111030) with the analytic Jacobian, over y∞, y₀ - y∞, ln τ and β. τ stays within a
 * factor 1000 of the measured times, β within 0.02 and 5. Starts from the best points of a grid of
 * (τ, β), where y∞ and y₀ follow from linear least squares; what is best after {@value
 * #FIRST_ITERATIONS} iterations, or when it hardly moves, goes on until it stands still.
 */
final class Fit {
  private static final int TAUS = 16;
  private static final double[] BETAS = {0.2, 0.4, 0.7, 1, 1.5};
  private static final double LEAST_BETA = 0.02;
  private static final double MOST_BETA = 5;
  private static final double REACH = Math.log(1000);
  private static final int FIRST_ITERATIONS = 30;
  private static final int ITERATIONS = 500;
  private static final double HARDLY = 1e-6;
  private static final double STANDSTILL = 1e-14;

  private final Law law;
  private final Decay data;
  private final double leastLogTau;
  private final double mostLogTau;
  private final double[] g;
  private double[] best;
  private double bestSquares = Double.POSITIVE_INFINITY;

  private Fit(Law law, Decay data) {
    this.law = law;
    this.data = data;
    this.leastLogTau = Math.log(data.firstTime()) - REACH;
    this.mostLogTau = Math.log(data.lastTime()) + REACH;
    this.g = new double[data.size()];
  }

  static Relaxation of(Law law, Decay data) {
    Fit fit = new Fit(law, data);
    for (double beta : law == Law.EXPONENTIAL ? new double[] {1} : BETAS) {
      fit.improve(fit.bestStart(beta), FIRST_ITERATIONS, HARDLY);
    }
    fit.improve(fit.best, ITERATIONS, STANDSTILL);
    return new Precision(law, data, fit.best).relaxation(fit.bestSquares, fit.atBound());
  }

  /** The start of the best τ for this β. */
  private double[] bestStart(double beta) {
    double[] start = null;
    double least = Double.POSITIVE_INFINITY;
    double from = Math.log(data.firstTime());
    double to = Math.log(data.lastTime());
    for (int k = 0; k < TAUS; k++) {
      double[] candidate = linear(from + (to - from) * k / (TAUS - 1), beta);
      double squares = squaresOfGrid(candidate);
      if (start == null || squares < least) {
        least = squares;
        start = candidate;
      }
    }
    return start;
  }

  /** y∞ and y₀ - y∞ by linear least squares at that τ and β. */
  private double[] linear(double logTau, double beta) {
    double tau = Math.exp(logTau);
    double sum = 0;
    double meanG = 0;
    double meanY = 0;
    for (int i = 0; i < g.length; i++) {
      g[i] = law.g(data.time(i) / tau, beta);
      sum += data.weight(i);
      meanG += data.weight(i) * g[i];
      meanY += data.weight(i) * data.value(i);
    }
    meanG /= sum;
    meanY /= sum;
    double product = 0;
    double square = 0;
    for (int i = 0; i < g.length; i++) {
      double centred = g[i] - meanG;
      product += data.weight(i) * centred * (data.value(i) - meanY);
      square += data.weight(i) * centred * centred;
    }
    double slope = square == 0 ? 0 : product / square;
    return new double[] {meanY - slope * meanG, slope, logTau, beta};
  }

  /** The squares at parameters for whose τ and β {@link #linear} was asked last. */
  private double squaresOfGrid(double[] at) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      double residual = data.value(i) - at[0] - at[1] * g[i];
      sum += data.weight(i) * residual * residual;
    }
    return sum;
  }

  private double squares(double[] at) {
    double tau = Math.exp(at[2]);
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      double residual = data.value(i) - at[0] - at[1] * law.g(data.time(i) / tau, at[3]);
      sum += data.weight(i) * residual * residual;
    }
    return sum;
  }

  private void improve(double[] start, int iterations, double standstill) {
    double[] here = start;
    double squares = squares(here);
    double damping = 1e-3;
    for (int k = 0; k < iterations && damping < 1e12; k++) {
      double[] next = within(step(here, damping));
      double squaresThere = squares(next);
      boolean still = Math.abs(squares - squaresThere) <= standstill * squares;
      if (squaresThere < squares) {
        here = next;
        squares = squaresThere;
        damping = Math.max(1e-15, damping / 10);
      } else {
        damping *= 10;
      }
      if (still) {
        break;
      }
    }
    if (squares < bestSquares || best == null) {
      best = here;
      bestSquares = squares;
    }
  }

  private double[] step(double[] at, double damping) {
    int p = law.parameters();
    double[][] normal = new double[p][p];
    double[] gradient = new double[p];
    double tau = Math.exp(at[2]);
    double[] derivatives = new double[3];
    double[] row = new double[4];
    for (int i = 0; i < data.size(); i++) {
      law.derive(data.time(i) / tau, at[3], derivatives);
      fill(row, derivatives, at);
      double residual = data.value(i) - at[0] - at[1] * derivatives[0];
      for (int a = 0; a < p; a++) {
        gradient[a] += data.weight(i) * row[a] * residual;
        Cholesky.addTo(normal[a], data.weight(i) * row[a], row);
      }
    }
    for (int a = 0; a < p; a++) {
      normal[a][a] *= 1 + damping;
      normal[a][a] += Double.MIN_NORMAL;
    }
    double[] change = new Cholesky(normal).solve(gradient);
    double[] next = at.clone();
    for (int a = 0; a < p; a++) {
      next[a] += change[a];
    }
    return next;
  }

  /** Derivatives of y by y∞, y₀ - y∞, ln τ and β at time t. */
  static double[] jacobian(Law law, double t, double[] at) {
    double[] derivatives = new double[3];
    law.derive(t / Math.exp(at[2]), at[3], derivatives);
    double[] all = new double[4];
    fill(all, derivatives, at);
    return all;
  }

  private static void fill(double[] row, double[] derivatives, double[] at) {
    row[0] = 1;
    row[1] = derivatives[0];
    row[2] = at[1] * derivatives[1];
    row[3] = at[1] * derivatives[2];
  }

  private double[] within(double[] at) {
    at[2] = Math.max(leastLogTau, Math.min(mostLogTau, at[2]));
    at[3] = Math.max(LEAST_BETA, Math.min(MOST_BETA, at[3]));
    return at;
  }

  private boolean atBound() {
    return best[2] <= leastLogTau
        || best[2] >= mostLogTau
        || best[3] <= LEAST_BETA
        || best[3] >= MOST_BETA;
  }
}

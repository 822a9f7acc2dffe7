package org.dynlab.tasks.field;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.dynlab.core.algebra.Tridiagonal;

/**
 * Nodes x_k, ascending, and weights w_k of a rule Σ_k w_k g(x_k) ≈ ∫ g(x) ω(x) dx.
 *
 * <p>Gauss rules are exact for polynomials up to degree 2n − 1. Their nodes are the eigenvalues of
 * the symmetric tridiagonal Jacobi matrix (Golub and Welsch 1969,
 * doi:10.1090/S0025-5718-69-99647-1), found here by bisection on Sturm counts to the last place;
 * the weights are w_k = 1 / Σ_m p_m(x_k)² over m = 0..n−1 with p_m the orthonormal polynomials.
 * Cost: about 55 n² divisions for the nodes.
 */
final class Quadrature {
  private final double[] nodes;
  private final double[] weights;

  private Quadrature(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /** n equal steps' ends on the interval, weights h, half at both ends; one node is its middle. */
  static Quadrature trapezoid(int n, Interval interval) {
    if (n == 1) {
      return midpoints(1, interval);
    }
    double step = interval.length() / (n - 1);
    double[] nodes = new double[n];
    double[] weights = new double[n];
    Arrays.setAll(nodes, k -> interval.low() + interval.length() * k / (n - 1));
    Arrays.setAll(weights, k -> k == 0 || k == n - 1 ? step / 2 : step);
    return new Quadrature(nodes, weights);
  }

  /** The middles of n equal cells, each with the length of its cell. */
  static Quadrature midpoints(int n, Interval interval) {
    double step = interval.length() / n;
    double[] nodes = new double[n];
    double[] weights = new double[n];
    Arrays.setAll(nodes, k -> interval.low() + (k + 0.5) * step);
    Arrays.fill(weights, step);
    return new Quadrature(nodes, weights);
  }

  /** Gauss's rule for ω = 1 on the interval. */
  static Quadrature gaussLegendre(int n, Interval interval) {
    Quadrature rule = gauss(n, 2, m -> m / Math.sqrt(4.0 * m * m - 1), 1);
    double half = interval.length() / 2;
    double middle = interval.low() + half;
    return new Quadrature(
        Arrays.stream(rule.nodes).map(x -> middle + half * x).toArray(),
        Arrays.stream(rule.weights).map(w -> half * w).toArray());
  }

  /** Gauss's rule for ω = exp(−x²) on the real line, n up to 300. */
  static Quadrature gaussHermite(int n) {
    return gauss(n, Math.sqrt(Math.PI), m -> Math.sqrt(m / 2.0), Math.sqrt(2.0 * n + 1));
  }

  /**
   * The rule of an even ω with total mass {@code mass}.
   *
   * @param recurrence b_m of x p_m = b_{m+1} p_{m+1} + b_m p_{m-1}
   * @param bound of the nodes' absolute values
   */
  private static Quadrature gauss(
      int n, double mass, IntToDoubleFunction recurrence, double bound) {
    double[] b = new double[n];
    Arrays.setAll(b, m -> m == 0 ? 0 : recurrence.applyAsDouble(m));
    Tridiagonal jacobi = new Tridiagonal(new double[n], Arrays.copyOfRange(b, 1, n));
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int k = n - 1; k >= n / 2; k--) {
      double node = 2 * k + 1 == n ? 0 : eigenvalue(jacobi, n - k, bound);
      nodes[k] = node;
      nodes[n - 1 - k] = -node;
      weights[k] = 1 / squares(node, b, mass);
      weights[n - 1 - k] = weights[k];
    }
    return new Quadrature(nodes, weights);
  }

  /** The eigenvalue in [0, bound] with so many at or above it. */
  private static double eigenvalue(Tridiagonal matrix, int rank, double bound) {
    double low = 0;
    double high = bound;
    for (double middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
      if (matrix.countAbove(middle) >= rank) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double squares(double x, double[] b, double mass) {
    double before = 0;
    double p = 1 / Math.sqrt(mass);
    double sum = p * p;
    for (int m = 1; m < b.length; m++) {
      double next = (x * p - b[m - 1] * before) / b[m];
      before = p;
      p = next;
      sum += p * p;
    }
    return sum;
  }

  int size() {
    return nodes.length;
  }

  double node(int k) {
    return nodes[k];
  }

  double weight(int k) {
    return weights[k];
  }
}

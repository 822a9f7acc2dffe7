package org.dynlab.core.algebra;

import java.util.Arrays;

/**
 * The β that makes ‖Φβ − y‖₂ smallest, for Φ: [rows, columns] of any rank; of all such β the
 * shortest, singular values at or below {@code cutOff} times the largest counting as 0: β = V
 * diag(1/σ) Uᵀ y. Backward stable where the normal equations would square the condition number, as
 * those of smooth random features do.
 *
 * <p>Edges: all NaN if an entry is not finite or the iteration did not converge. Cost: that of
 * {@link SingularVectors}, which says why LAPACK's own solver (dgelsd) is not asked.
 */
public final class LeastSquares {
  private final int rows;
  private final int columns;
  private final double cutOff;
  private final double[] scratch;
  private final SingularVectors decomposition;

  /**
   * For matrices of that shape.
   *
   * @param cutOff in [0, 1); 2⁻⁵² if one number cannot be told from another
   */
  public LeastSquares(int rows, int columns, double cutOff) {
    this.rows = rows;
    this.columns = columns;
    this.cutOff = cutOff;
    this.scratch = new double[rows * columns];
    this.decomposition = new SingularVectors(rows, columns);
  }

  /** β: [columns] for y: [rows]; Φ is left as it is. */
  public double[] solve(DenseMatrix phi, double[] y) {
    if (phi.rows() != rows || phi.columns() != columns || y.length != rows) {
      throw new IllegalArgumentException(
          phi.rows() + " x " + phi.columns() + " and " + y.length + " for a system of " + rows);
    }
    phi.entries().get(0, scratch);
    double[] beta = new double[columns];
    if (isFinite(y) && decomposition.decompose(scratch, 0)) {
      add(y, beta);
    } else {
      Arrays.fill(beta, Double.NaN);
    }
    return beta;
  }

  private static boolean isFinite(double[] y) {
    return Arrays.stream(y).map(value -> 0 * value).sum() == 0;
  }

  private void add(double[] y, double[] beta) {
    double[] values = decomposition.values();
    for (int k = 0; k < values.length && values[k] > cutOff * values[0]; k++) {
      double share = along(k, y) / values[k];
      for (int j = 0; j < columns; j++) {
        beta[j] += share * decomposition.right().entries().get(j * values.length + k);
      }
    }
  }

  /** uₖ·y. */
  private double along(int k, double[] y) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += decomposition.left().entries().get(k * rows + i) * y[i];
    }
    return sum;
  }
}

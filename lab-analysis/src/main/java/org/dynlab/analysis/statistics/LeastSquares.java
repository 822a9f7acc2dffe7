package org.dynlab.analysis.statistics;

import java.util.List;
import java.util.Optional;

/**
 * An ordinary least-squares regression y = Xβ + e, by the QR decomposition of Hipparchus.
 *
 * <p>Columns are taken in their order; one that is a linear combination of those before it (up to
 * 1e-7 of its length, as in R's {@code lm}) gets no coefficient and is listed with the combination.
 * If the constant is in the span of the columns, with or without a column of ones (numbers of steps
 * in each state that sum to the same total are such a case), R² and F are about the mean: R² = 1 −
 * RSS/Σ(y − ȳ)², F = ((TSS − RSS)/(rank − 1))/(RSS/(N − rank)). Otherwise they are about 0, with
 * Σy² and rank degrees of freedom. R² is NaN if y does not vary about that; F is NaN without
 * degrees of freedom on either side.
 *
 * <p>t, F and the intervals take the residuals as independent, normal and of one variance. O(N
 * columns²).
 *
 * @param coefficients of the independent columns, in their order
 * @param dependent the columns without a coefficient
 * @param observations N
 * @param rank number of independent columns
 * @param centred whether the constant is in their span
 * @param residualSquares RSS
 * @param rSquared share of the squares that is explained
 * @param overall the F-test of all coefficients but the mean
 */
public record LeastSquares(
    List<Coefficient> coefficients,
    List<Dependence> dependent,
    int observations,
    int rank,
    boolean centred,
    double residualSquares,
    double rSquared,
    FTest overall) {

  /** Copies the lists. */
  public LeastSquares {
    coefficients = List.copyOf(coefficients);
    dependent = List.copyOf(dependent);
  }

  /**
   * The regression of y on the columns.
   *
   * @param y finite, one per observation, at least one
   */
  public static LeastSquares of(Design design, double[] y) {
    if (y.length != design.observations() || y.length == 0) {
      throw new IllegalArgumentException(
          design.observations() + " observations, " + y.length + " targets");
    }
    for (int i = 0; i < y.length; i++) {
      if (!Double.isFinite(y[i])) {
        throw new IllegalArgumentException("y[" + i + "] is " + y[i]);
      }
    }
    return new Regression(design, y).result();
  }

  /** The coefficient of that column; empty if it is a dependent one, or none of the design. */
  public Optional<Coefficient> coefficient(String column) {
    return coefficients.stream().filter(c -> c.column().equals(column)).findFirst();
  }

  /** N − rank. */
  public int residualDegrees() {
    return observations - rank;
  }

  /** √(RSS/(N − rank)), NaN without residual degrees of freedom. */
  public double residualDeviation() {
    return Math.sqrt(residualSquares / residualDegrees());
  }
}

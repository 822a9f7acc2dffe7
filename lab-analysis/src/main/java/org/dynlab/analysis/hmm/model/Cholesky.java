package org.dynlab.analysis.hmm.model;

import java.util.Optional;

/**
 * The lower factor L of a symmetric matrix S = L·Lᵀ, of whose entries only the lower triangle is
 * read. A matrix that has none is tried once more as S + {@value #RIDGE}·I.
 */
public final class Cholesky {
  /** What is added to the diagonal of a matrix without a factor. */
  public static final double RIDGE = 1e-7;

  private final int size;
  private final double[] lower;
  private final boolean ridged;

  private Cholesky(int size, double[] lower, boolean ridged) {
    this.size = size;
    this.lower = lower;
    this.ridged = ridged;
  }

  /** The factor of the matrix that begins at that place; empty if it has none with ridge either. */
  public static Optional<Cholesky> of(double[] matrix, int begin, int size) {
    Optional<Cholesky> plain = of(matrix, begin, size, 0);
    return plain.isPresent() ? plain : of(matrix, begin, size, RIDGE);
  }

  private static Optional<Cholesky> of(double[] matrix, int begin, int size, double ridge) {
    double[] lower = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[begin + i * size + j] + (i == j ? ridge : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i * size + k] * lower[j * size + k];
        }
        if (i == j && !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
          return Optional.empty();
        }
        lower[i * size + j] = i == j ? Math.sqrt(sum) : sum / lower[j * size + j];
      }
    }
    return Optional.of(new Cholesky(size, lower, ridge > 0));
  }

  /** L of row i and column j ≤ i. */
  public double lower(int i, int j) {
    return lower[i * size + j];
  }

  /** Whether it is the factor of S + {@value #RIDGE}·I. */
  public boolean ridged() {
    return ridged;
  }

  /** ln det S. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.log(lower(i, i));
    }
    return 2 * sum;
  }

  /** A lower bound of the condition number of S: the squared ratio of L's extreme diagonals. */
  public double condition() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, lower(i, i));
      most = Math.max(most, lower(i, i));
    }
    return most / least * (most / least);
  }

  /** S⁻¹·v, in place. */
  public void solve(double[] v) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        v[i] -= lower(i, j) * v[j];
      }
      v[i] /= lower(i, i);
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int j = i + 1; j < size; j++) {
        v[i] -= lower(j, i) * v[j];
      }
      v[i] /= lower(i, i);
    }
  }
}

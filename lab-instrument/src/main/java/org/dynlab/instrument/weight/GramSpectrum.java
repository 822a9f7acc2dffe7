package org.dynlab.instrument.weight;

import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.SymmetricMatrix;

/**
 * Singular values of matrices of one shape as roots of the eigenvalues of their Gram matrix: for
 * moments of all of them, at about half the price of a singular value decomposition. σ is off by
 * about 1e-16 · σ₁²/σ, so what is below 1e-8 · σ₁ is rounding.
 */
final class GramSpectrum {
  private final DenseMatrix matrix;
  private final SymmetricMatrix gram;

  GramSpectrum(int rows, int columns) {
    this.matrix = new DenseMatrix(rows, columns);
    this.gram = new SymmetricMatrix(Math.min(rows, columns));
  }

  /** The min(rows, columns) values, descending, of the finite matrix that begins there. */
  double[] of(double[] a, int offset) {
    matrix.entries().put(0, a, offset, matrix.rows() * matrix.columns());
    gram.setGram(matrix, 1);
    double[] ascending = gram.eigenvalues();
    double[] found = new double[ascending.length];
    for (int k = 0; k < found.length; k++) {
      found[k] = Math.sqrt(Math.max(0, ascending[found.length - 1 - k]));
    }
    return found;
  }
}

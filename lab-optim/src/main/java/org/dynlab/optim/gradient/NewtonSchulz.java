package org.dynlab.optim.gradient;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.MatrixProduct;

/**
 * The quintic Newton-Schulz iteration that drives the singular values of a matrix towards 1 and
 * leaves its singular vectors alone: X ← G/(‖G‖ + 10⁻⁷) with the Frobenius norm, then X ← aX +
 * b(XXᵀ)X + c(XXᵀ)²X with a = 3.4445, b = -4.7750, c = 2.0315, where XXᵀ stands for the smaller of
 * the two products. In each iteration every singular value σ becomes aσ + bσ³ + cσ⁵.
 */
final class NewtonSchulz {
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;
  private static final double GUARD = 1e-7;

  private final boolean tall;
  private final DenseMatrix gram;
  private final DenseMatrix polynomial;
  private DenseMatrix x;
  private DenseMatrix next;

  /** For matrices of that shape. */
  NewtonSchulz(int rows, int columns) {
    this.tall = rows > columns;
    int order = Math.min(rows, columns);
    this.gram = new DenseMatrix(order, order);
    this.polynomial = new DenseMatrix(order, order);
    this.x = new DenseMatrix(rows, columns);
    this.next = new DenseMatrix(rows, columns);
  }

  /** Rewrites the matrix stored column after column from {@code g[offset]}, times {@code scale}. */
  void orthogonalise(double[] g, int offset, int iterations, double scale) {
    double[] entries = Arrays.copyOfRange(g, offset, offset + x.rows() * x.columns());
    double factor = 1 / (EuclideanNorm.of(entries) + GUARD);
    Arrays.setAll(entries, i -> entries[i] * factor);
    x.entries().put(0, entries);
    for (int k = 0; k < iterations; k++) {
      iterate();
    }
    x.entries().get(0, entries);
    Arrays.setAll(entries, i -> entries[i] * scale);
    System.arraycopy(entries, 0, g, offset, entries.length);
  }

  private void iterate() {
    copy(x, next);
    if (tall) {
      MatrixProduct.ofColumns(x, gram);
      formPolynomial();
      MatrixProduct.times(1, x, polynomial, A, next);
    } else {
      MatrixProduct.ofRows(x, gram);
      formPolynomial();
      MatrixProduct.times(1, polynomial, x, A, next);
    }
    DenseMatrix before = x;
    x = next;
    next = before;
  }

  /** b·gram + c·gram². */
  private void formPolynomial() {
    copy(gram, polynomial);
    MatrixProduct.times(C, gram, gram, B, polynomial);
  }

  private static void copy(DenseMatrix from, DenseMatrix to) {
    DoubleBuffer entries = from.entries();
    to.entries().put(0, entries, 0, from.rows() * from.columns());
  }
}

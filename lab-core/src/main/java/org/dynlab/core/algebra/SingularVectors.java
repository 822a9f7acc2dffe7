package org.dynlab.core.algebra;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesvd_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.nio.DoubleBuffer;

/**
 * The thin singular value decomposition A = U·diag(σ)·Vᵀ of [rows, columns] matrices of one shape,
 * by LAPACK dgesvd: U: [rows, k] and V: [columns, k] have orthonormal columns, k = min(rows,
 * columns), σ descends. The results are held until the next matrix is decomposed.
 *
 * <p>The routine is given the least room it can work in, which keeps it to matrix-vector products.
 * With more it multiplies by triangular matrices (dtrmm), which the AVX-512 kernels (SkylakeX) of
 * OpenBLAS 0.3.19 do wrongly. That does not save large tall matrices there; the launcher avoids
 * those kernels (docs/decisions/0004).
 */
public final class SingularVectors {
  private static final byte THIN = 'S';

  private final DenseMatrix matrix;
  private final DenseMatrix left;
  private final DenseMatrix right;
  private final DoubleBuffer values;
  private final DoubleBuffer work;
  private final int count;

  /** For matrices of that shape; both sizes at least 1. */
  public SingularVectors(int rows, int columns) {
    this.matrix = new DenseMatrix(rows, columns);
    this.count = Math.min(rows, columns);
    this.left = new DenseMatrix(rows, count);
    this.right = new DenseMatrix(count, columns);
    this.values = NativeMemory.doubles(count);
    int longest = Math.max(rows, columns);
    this.work = NativeMemory.doubles(Math.max(3 * count + longest, 5 * count));
  }

  /**
   * Decomposes the matrix stored column after column from {@code a[offset]}, which is left as it
   * is.
   *
   * @return false if an entry is not finite or the iteration did not converge; what is held is then
   *     of no use
   */
  public boolean decompose(double[] a, int offset) {
    int size = matrix.rows() * matrix.columns();
    double sum = 0;
    for (int i = offset; i < offset + size; i++) {
      sum += 0 * a[i];
    }
    if (sum != 0) {
      return false;
    }
    matrix.entries().put(0, a, offset, size);
    return decompose() == 0;
  }

  /** σ: [k], descending. */
  public double[] values() {
    double[] found = new double[count];
    values.get(0, found);
    return found;
  }

  /** U: [rows, k], open for writing. */
  public DenseMatrix left() {
    return left;
  }

  /** Vᵀ: [k, columns], open for writing. */
  public DenseMatrix right() {
    return right;
  }

  private int decompose() {
    return LAPACKE_dgesvd_work(
        LAPACK_COL_MAJOR,
        THIN,
        THIN,
        matrix.rows(),
        matrix.columns(),
        matrix.entries(),
        matrix.rows(),
        values,
        left.entries(),
        matrix.rows(),
        right.entries(),
        count,
        work,
        work.capacity());
  }
}

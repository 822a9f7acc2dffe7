package org.dynlab.core.algebra;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrd_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrf_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;

/**
 * A symmetric n × n matrix A in native memory, with what can be said about its spectrum: how many
 * eigenvalues lie above a threshold, the tridiagonal form, all eigenvalues.
 *
 * <p>Only the lower triangle is stored. Questions leave A as it is and reuse one scratch copy, so
 * nothing of size n² is allocated after construction. Entries must be finite when a question is
 * asked; {@link #trace} tells for Gram matrices.
 */
public final class SymmetricMatrix {
  private static final int BLOCK = 64;
  private static final byte LOWER = 'L';
  private static final byte VALUES_ONLY = 'N';

  private final int order;
  private final DoubleBuffer entries;
  private final DoubleBuffer scratch;
  private final DoubleBuffer work;
  private final DoubleBuffer diagonal;
  private final DoubleBuffer subdiagonal;
  private final DoubleBuffer reflectors;
  private final IntBuffer pivots;

  /** The zero matrix of that order, at least 1. */
  public SymmetricMatrix(int order) {
    if (order < 1) {
      throw new IllegalArgumentException("order must be at least 1, got " + order);
    }
    this.order = order;
    this.entries = NativeMemory.doubles(Math.multiplyExact(order, order));
    this.scratch = NativeMemory.doubles(order * order);
    this.work = NativeMemory.doubles(Math.multiplyExact(order, BLOCK));
    this.diagonal = NativeMemory.doubles(order);
    this.subdiagonal = NativeMemory.doubles(order);
    this.reflectors = NativeMemory.doubles(order);
    this.pivots = NativeMemory.ints(order);
  }

  /** n, the number of rows and columns. */
  public int order() {
    return order;
  }

  /** Sets the entries (row, column) and (column, row). */
  public void set(int row, int column, double value) {
    entries.put(index(Math.max(row, column), Math.min(row, column)), value);
  }

  /** The entry (row, column). */
  public double get(int row, int column) {
    return entries.get(index(Math.max(row, column), Math.min(row, column)));
  }

  /**
   * A = scale · ΦᵀΦ for Φ: [N, w] with w &lt;= N, else A = scale · ΦΦᵀ; the order of this matrix
   * must be min(N, w). Both products have the same non-zero eigenvalues, so counts above a positive
   * threshold do not depend on which is formed. Cost: N·w·n flops (BLAS dsyrk).
   */
  public void setGram(DenseMatrix phi, double scale) {
    if (order != Math.min(phi.rows(), phi.columns())) {
      throw new IllegalArgumentException(
          "order must be min(" + phi.rows() + ", " + phi.columns() + "), got " + order);
    }
    boolean tall = phi.columns() <= phi.rows();
    cblas_dsyrk(
        CblasColMajor,
        CblasLower,
        tall ? CblasTrans : CblasNoTrans,
        order,
        tall ? phi.rows() : phi.columns(),
        scale,
        phi.entries(),
        phi.rows(),
        0.0,
        entries,
        order);
  }

  /**
   * Sum of the diagonal. Of a Gram matrix it is finite only if every entry is, because the diagonal
   * holds sums of squares that bound the rest.
   */
  public double trace() {
    double sum = 0;
    for (int i = 0; i < order; i++) {
      sum += entries.get(index(i, i));
    }
    return sum;
  }

  /**
   * The number of eigenvalues strictly greater than {@code threshold}, by Sylvester's law of
   * inertia: A − threshold·I = L·D·Lᵀ (Bunch and Kaufman 1977,
   * doi:10.1090/S0025-5718-1977-0428694-0; LAPACK dsytrf) has as many positive eigenvalues as D.
   *
   * <p>Backward stable: it is the exact count of a matrix that differs from A by rounding, about n
   * · 1e-16 · ‖A‖, as with computed eigenvalues. Cost: n³/3 flops.
   */
  public int countAbove(double threshold) {
    copyToScratch();
    for (int i = 0; i < order; i++) {
      int ii = index(i, i);
      scratch.put(ii, scratch.get(ii) - threshold);
    }
    int info =
        LAPACKE_dsytrf_work(
            LAPACK_COL_MAJOR, LOWER, order, scratch, order, pivots, work, work.capacity());
    requireLegal("dsytrf", info);
    return positivePivots();
  }

  /** The tridiagonal matrix with the same eigenvalues (LAPACK dsytrd). Cost: 4n³/3 flops. */
  public Tridiagonal tridiagonal() {
    copyToScratch();
    int info =
        LAPACKE_dsytrd_work(
            LAPACK_COL_MAJOR,
            LOWER,
            order,
            scratch,
            order,
            diagonal,
            subdiagonal,
            reflectors,
            work,
            work.capacity());
    requireLegal("dsytrd", info);
    return new Tridiagonal(array(diagonal, order), array(subdiagonal, order - 1));
  }

  /** All eigenvalues, ascending (LAPACK dsyevd). Cost: 4n³/3 flops and more. */
  public double[] eigenvalues() {
    copyToScratch();
    int info =
        LAPACKE_dsyevd_work(
            LAPACK_COL_MAJOR,
            VALUES_ONLY,
            LOWER,
            order,
            scratch,
            order,
            diagonal,
            work,
            work.capacity(),
            pivots,
            order);
    requireLegal("dsyevd", info);
    if (info > 0) {
      throw new ArithmeticException("dsyevd did not converge, info " + info);
    }
    return array(diagonal, order);
  }

  private int positivePivots() {
    int positive = 0;
    int k = 0;
    while (k < order) {
      if (pivots.get(k) > 0) {
        positive += scratch.get(index(k, k)) > 0 ? 1 : 0;
        k++;
      } else {
        // A 2 × 2 pivot [a b; b c] is taken only if |a·c| < 0.41·b²: one eigenvalue of each sign.
        positive++;
        k += 2;
      }
    }
    return positive;
  }

  private void copyToScratch() {
    scratch.put(0, entries, 0, order * order);
  }

  private int index(int row, int column) {
    return column * order + row;
  }

  private static double[] array(DoubleBuffer buffer, int length) {
    double[] copy = new double[length];
    buffer.get(0, copy);
    return copy;
  }

  private static void requireLegal(String routine, int info) {
    if (info < 0) {
      throw new IllegalStateException(routine + " refused argument " + -info);
    }
  }
}

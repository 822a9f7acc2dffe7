package org.dynlab.core.algebra;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import java.nio.DoubleBuffer;

/** Products of matrices in native memory (BLAS dgemm). The result must not be a factor. */
public final class MatrixProduct {

  private MatrixProduct() {}

  /** C ← alpha · A·B + beta · C; what C held is not read if beta is 0. */
  public static void times(double alpha, DenseMatrix a, DenseMatrix b, double beta, DenseMatrix c) {
    require(a.columns() == b.rows(), a, b);
    require(c.rows() == a.rows() && c.columns() == b.columns(), a, c);
    cblas_dgemm(
        CblasColMajor,
        CblasNoTrans,
        CblasNoTrans,
        c.rows(),
        c.columns(),
        a.columns(),
        alpha,
        a.entries(),
        a.rows(),
        b.entries(),
        b.rows(),
        beta,
        c.entries(),
        c.rows());
  }

  /**
   * Inner products of {@code count} columns of A from {@code first} on with all columns from {@code
   * first} on: c_kj ← a_(first+k) · a_(first+j), the k-th of column j at j · c.rows() + k.
   */
  public static void ofLaterColumns(DenseMatrix a, int first, int count, DenseMatrix c) {
    int later = a.columns() - first;
    require(c.rows() >= later && c.columns() >= count, a, c);
    DoubleBuffer from = a.entries().slice(first * a.rows(), later * a.rows());
    cblas_dgemm(
        CblasColMajor,
        CblasTrans,
        CblasNoTrans,
        later,
        count,
        a.rows(),
        1,
        from,
        a.rows(),
        from,
        a.rows(),
        0,
        c.entries(),
        c.rows());
  }

  /** C ← A·Aᵀ, the inner products of the rows, both triangles. */
  public static void ofRows(DenseMatrix a, DenseMatrix c) {
    require(c.rows() == a.rows() && c.columns() == a.rows(), a, c);
    gram(a, c, CblasNoTrans, CblasTrans, a.columns());
  }

  /** C ← Aᵀ·A, the inner products of the columns, both triangles. */
  public static void ofColumns(DenseMatrix a, DenseMatrix c) {
    require(c.rows() == a.columns() && c.columns() == a.columns(), a, c);
    gram(a, c, CblasTrans, CblasNoTrans, a.rows());
  }

  private static void gram(DenseMatrix a, DenseMatrix c, int left, int right, int inner) {
    int order = c.rows();
    cblas_dgemm(
        CblasColMajor,
        left,
        right,
        order,
        order,
        inner,
        1,
        a.entries(),
        a.rows(),
        a.entries(),
        a.rows(),
        0,
        c.entries(),
        order);
  }

  private static void require(boolean fits, DenseMatrix a, DenseMatrix b) {
    if (!fits) {
      throw new IllegalArgumentException(
          a.rows() + " x " + a.columns() + " does not go with " + b.rows() + " x " + b.columns());
    }
  }
}

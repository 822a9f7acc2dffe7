package org.dynlab.core.engine.transformer;

import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;

/**
 * Copies rows of one row-major matrix to another and adds them back: the gather of an index and its
 * transpose. Sums are taken in double.
 */
public final class RowCopies {
  private final Kernels kernels;
  private double[] source = new double[0];
  private double[] target = new double[0];
  private double[] line = new double[0];
  private double[] sum = new double[0];

  /** For matrices of the number format of these kernels. */
  public RowCopies(Kernels kernels) {
    this.kernels = kernels;
  }

  /** Row k of {@code to} ← row index(k) of {@code from}. */
  public void gather(Matrix from, RowIndex index, Matrix to) {
    int width = from.columns();
    load(from, to);
    for (int k = 0; k < index.size(); k++) {
      System.arraycopy(source, index.row(k) * width, target, k * width, width);
    }
    kernels.write(target, to);
  }

  /** Row k of {@code to} ← row rows[k] of {@code from}. */
  public void gather(Matrix from, int[] rows, Matrix to) {
    gather(from, new RowIndex(rows, 1, from.rows()), to);
  }

  /** Row index(k) of {@code to} += row k of {@code from}, for every k. */
  public void addBack(Matrix from, RowIndex index, Matrix to) {
    int width = from.columns();
    load(from, to);
    kernels.read(to, 0, target, to.size());
    for (int k = 0; k < index.size(); k++) {
      addLine(k * width, index.row(k) * width);
    }
    kernels.write(target, to);
  }

  /** Row rows[k] of {@code to} += row k of {@code from}, for every k. */
  public void addBack(Matrix from, int[] rows, Matrix to) {
    addBack(from, new RowIndex(rows, 1, to.rows()), to);
  }

  private void load(Matrix from, Matrix to) {
    source = source.length == from.size() ? source : new double[from.size()];
    target = target.length == to.size() ? target : new double[to.size()];
    line = line.length == from.columns() ? line : new double[from.columns()];
    sum = sum.length == from.columns() ? sum : new double[from.columns()];
    kernels.read(from, 0, source, from.size());
  }

  // Additions over equal indices of different arrays become vector code.
  private void addLine(int from, int to) {
    System.arraycopy(source, from, line, 0, line.length);
    System.arraycopy(target, to, sum, 0, sum.length);
    for (int j = 0; j < sum.length; j++) {
      sum[j] += line[j];
    }
    System.arraycopy(sum, 0, target, to, sum.length);
  }
}

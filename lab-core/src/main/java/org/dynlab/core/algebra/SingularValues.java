package org.dynlab.core.algebra;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Singular values of [rows, columns] matrices of one shape, by LAPACK dgesdd without vectors. The
 * native scratch is reused from call to call.
 */
public final class SingularValues {
  private static final byte VALUES_ONLY = 'N';

  private final int rows;
  private final int columns;
  private final int count;
  private final DoubleBuffer matrix;
  private final DoubleBuffer values;
  private final DoubleBuffer work;
  private final IntBuffer integers;

  /** For matrices of that shape; both sizes at least 1. */
  public SingularValues(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.matrix = new DenseMatrix(rows, columns).entries();
    this.count = Math.min(rows, columns);
    this.values = NativeMemory.doubles(count);
    this.integers = NativeMemory.ints(8 * count);
    this.work = NativeMemory.doubles(wantedWork());
  }

  /**
   * The min(rows, columns) singular values, descending, of the matrix stored column after column
   * from {@code a[offset]}. All NaN if an entry is not finite or the iteration did not converge.
   */
  public double[] of(double[] a, int offset) {
    double[] found = new double[count];
    matrix.put(0, a, offset, rows * columns);
    if (!isFinite(a, offset) || decompose(work, work.capacity()) != 0) {
      Arrays.fill(found, Double.NaN);
    } else {
      values.get(0, found);
    }
    return found;
  }

  private boolean isFinite(double[] a, int offset) {
    for (int i = offset; i < offset + rows * columns; i++) {
      if (!Double.isFinite(a[i])) {
        return false;
      }
    }
    return true;
  }

  private int wantedWork() {
    DoubleBuffer answer = NativeMemory.doubles(1);
    decompose(answer, -1);
    return (int) answer.get(0);
  }

  private int decompose(DoubleBuffer scratch, int length) {
    return LAPACKE_dgesdd_work(
        LAPACK_COL_MAJOR,
        VALUES_ONLY,
        rows,
        columns,
        matrix,
        rows,
        values,
        values,
        1,
        values,
        1,
        scratch,
        length,
        integers);
  }
}

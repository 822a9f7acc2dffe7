package org.dynlab.core.algebra;

import java.nio.DoubleBuffer;

/** A [rows, columns] matrix in native memory: entry (i, j) at index j·rows + i. */
public final class DenseMatrix {
  private final int rows;
  private final int columns;
  private final DoubleBuffer entries;

  /** A matrix of zeros; both sizes at least 1 and rows · columns below 2^28. */
  public DenseMatrix(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("sizes must be at least 1, got " + rows + " x " + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.entries = NativeMemory.doubles(Math.multiplyExact(rows, columns));
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The entries, from index 0: direct, native byte order, open for writing. */
  public DoubleBuffer entries() {
    return entries;
  }
}

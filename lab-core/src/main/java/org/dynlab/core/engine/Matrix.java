package org.dynlab.core.engine;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A dense [rows, columns] array, column after column or row after row, with what the CPU kernels
 * need of it looked up once: its address and a view of its memory. A vector is a matrix of one row.
 */
public final class Matrix {
  private final INDArray array;
  private final int rows;
  private final int columns;
  private final boolean rowMajor;
  private Pointer pointer;
  private Buffer memory;

  private Matrix(INDArray array, int rows, int columns, boolean rowMajor) {
    this.array = array;
    this.rows = rows;
    this.columns = columns;
    this.rowMajor = rowMajor;
  }

  /** The matrix over the memory of {@code array}, or over a copy if that memory has gaps. */
  public static Matrix of(INDArray array) {
    if (array.rank() == 1) {
      return new Matrix(array, 1, Math.toIntExact(array.length()), false);
    }
    int rows = Math.toIntExact(array.size(0));
    int columns = Math.toIntExact(array.size(1));
    if ((rows == 1 || array.stride(0) == 1) && (columns == 1 || array.stride(1) == rows)) {
      return new Matrix(array, rows, columns, false);
    }
    boolean rowMajor = (columns == 1 || array.stride(1) == 1) && array.stride(0) == columns;
    return new Matrix(rowMajor ? array : array.dup('f'), rows, columns, rowMajor);
  }

  /** A new matrix with unspecified entries, in memory of its own even if a workspace is open. */
  @SuppressWarnings("try")
  public static Matrix uninitialised(DataType type, int rows, int columns, boolean rowMajor) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      long[] shape = {rows, columns};
      INDArray array = Nd4j.createUninitialized(type, shape, rowMajor ? 'c' : 'f');
      return new Matrix(array, rows, columns, rowMajor);
    }
  }

  /** The array, in ND4J's form. */
  public INDArray array() {
    return array;
  }

  /** Number of rows; 1 for a vector. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Whether entries lie row after row; otherwise column after column. */
  public boolean rowMajor() {
    return rowMajor;
  }

  /** Entries from one column to the next, or from one row to the next: BLAS's leading dimension. */
  public int leading() {
    return rowMajor ? columns : rows;
  }

  /** Number of entries. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }

  /** The address of a single-precision matrix in CPU memory. */
  public FloatPointer floatPointer() {
    return (FloatPointer) pointer();
  }

  /** The address of a double-precision matrix in CPU memory. */
  public DoublePointer doublePointer() {
    return (DoublePointer) pointer();
  }

  /** The entries of a single-precision matrix in CPU memory, as they lie there. */
  public FloatBuffer floats() {
    // A view's pointer may carry the capacity of something else: the size is stated anew.
    if (memory == null) {
      memory = new FloatPointer(floatPointer()).capacity(size()).asBuffer();
    }
    return (FloatBuffer) memory;
  }

  /** The entries of a double-precision matrix in CPU memory, as they lie there. */
  public DoubleBuffer doubles() {
    if (memory == null) {
      memory = new DoublePointer(doublePointer()).capacity(size()).asBuffer();
    }
    return (DoubleBuffer) memory;
  }

  private Pointer pointer() {
    if (pointer == null) {
      pointer = array.data().addressPointer();
    }
    return pointer;
  }
}

package org.dynlab.core.engine.jet;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;

/** A [rows, columns] matrix in double-precision CPU memory, column after column, without gaps. */
final class Block implements Entries {
  private final DoublePointer memory;
  private final DoubleBuffer view;
  private final int rows;
  private final int columns;

  private Block(DoublePointer memory, int rows, int columns) {
    this.memory = memory;
    this.rows = rows;
    this.columns = columns;
    long end = memory.position() + (long) rows * columns;
    this.view = new DoublePointer(memory).capacity(end).asBuffer();
  }

  /** Memory of its own, with unspecified entries. */
  static Block allocate(int rows, int columns) {
    return new Block(new DoublePointer((long) rows * columns), rows, columns);
  }

  /** Number of entries. */
  int size() {
    return rows * columns;
  }

  /** The entries from {@code offset} on as a matrix without gaps. */
  Block reshape(int offset, int newRows, int newColumns) {
    return new Block(memory.getPointer(offset), newRows, newColumns);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void load(int offset, double[] into, int count) {
    view.get(offset, into, 0, count);
  }

  @Override
  public void store(double[] from, int offset, int count) {
    view.put(offset, from, 0, count);
  }

  /** this ← op(a)·op(b) + keep · this, op being the transpose where asked for. */
  void product(Block a, boolean turnA, Block b, boolean turnB, double keep) {
    cblas_dgemm(
        CblasColMajor,
        turnA ? CblasTrans : CblasNoTrans,
        turnB ? CblasTrans : CblasNoTrans,
        rows,
        columns,
        turnA ? a.rows : a.columns,
        1.0,
        a.memory,
        a.rows,
        b.memory,
        b.rows,
        keep,
        memory,
        rows);
  }
}

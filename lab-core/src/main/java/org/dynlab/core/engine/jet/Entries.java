package org.dynlab.core.engine.jet;

import org.dynlab.core.engine.Matrix;
import org.nd4j.linalg.api.buffer.DataType;

/** The entries of a column-major matrix in CPU memory, in double on the Java side. */
interface Entries {

  /** Rows of the matrix: entries from one column to the next. */
  int rows();

  /** Columns of the matrix. */
  int columns();

  /** into[0, count) ← entries from {@code offset} on. */
  void load(int offset, double[] into, int count);

  /** Entries from {@code offset} on ← from[0, count), rounded to the format of the matrix. */
  void store(double[] from, int offset, int count);

  /** Those of a matrix of ND4J. */
  static Entries of(Matrix matrix) {
    return matrix.array().dataType() == DataType.DOUBLE ? new Doubles(matrix) : new Floats(matrix);
  }

  /** Of a double-precision matrix. */
  record Doubles(Matrix matrix) implements Entries {

    @Override
    public int rows() {
      return matrix.rows();
    }

    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public void load(int offset, double[] into, int count) {
      matrix.doubles().get(offset, into, 0, count);
    }

    @Override
    public void store(double[] from, int offset, int count) {
      matrix.doubles().put(offset, from, 0, count);
    }
  }

  /** Of a single-precision matrix. */
  final class Floats implements Entries {
    private final Matrix matrix;
    private float[] narrow = new float[0];

    Floats(Matrix matrix) {
      this.matrix = matrix;
    }

    @Override
    public int rows() {
      return matrix.rows();
    }

    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public void load(int offset, double[] into, int count) {
      reserve(count);
      matrix.floats().get(offset, narrow, 0, count);
      for (int i = 0; i < count; i++) {
        into[i] = narrow[i];
      }
    }

    @Override
    public void store(double[] from, int offset, int count) {
      reserve(count);
      for (int i = 0; i < count; i++) {
        narrow[i] = (float) from[i];
      }
      matrix.floats().put(offset, narrow, 0, count);
    }

    private void reserve(int count) {
      if (narrow.length < count) {
        narrow = new float[count];
      }
    }
  }
}

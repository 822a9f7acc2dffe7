package org.dynlab.core.engine;

/** Entries of a matrix as they lie in CPU memory, in double on the Java side. */
interface Entries {

  /** into[0, count) ← entries from {@code offset} on. */
  void load(Matrix from, int offset, double[] into, int count);

  /** Entries from {@code offset} on ← from[0, count), rounded to the format of the matrix. */
  void store(double[] from, Matrix to, int offset, int count);

  /** One entry. */
  double get(Matrix from, int offset);

  /** One entry ← {@code value}, rounded. */
  void set(Matrix to, int offset, double value);

  /** Of double-precision matrices. */
  final class Doubles implements Entries {

    @Override
    public void load(Matrix from, int offset, double[] into, int count) {
      from.doubles().get(offset, into, 0, count);
    }

    @Override
    public void store(double[] from, Matrix to, int offset, int count) {
      to.doubles().put(offset, from, 0, count);
    }

    @Override
    public double get(Matrix from, int offset) {
      return from.doubles().get(offset);
    }

    @Override
    public void set(Matrix to, int offset, double value) {
      to.doubles().put(offset, value);
    }
  }

  /** Of single-precision matrices. */
  final class Floats implements Entries {
    private float[] narrow = new float[0];

    @Override
    public void load(Matrix from, int offset, double[] into, int count) {
      reserve(count);
      from.floats().get(offset, narrow, 0, count);
      for (int i = 0; i < count; i++) {
        into[i] = narrow[i];
      }
    }

    @Override
    public void store(double[] from, Matrix to, int offset, int count) {
      reserve(count);
      for (int i = 0; i < count; i++) {
        narrow[i] = (float) from[i];
      }
      to.floats().put(offset, narrow, 0, count);
    }

    @Override
    public double get(Matrix from, int offset) {
      return from.floats().get(offset);
    }

    @Override
    public void set(Matrix to, int offset, double value) {
      to.floats().put(offset, (float) value);
    }

    private void reserve(int count) {
      if (narrow.length < count) {
        narrow = new float[count];
      }
    }
  }
}

package org.dynlab.core.engine;

/** Single-precision numbers in CPU memory, converted piece by piece in the cache. */
final class FloatVector implements FlatVector {
  private static final int PIECE = 2048;
  private final Matrix memory;
  private final float[] piece = new float[PIECE];

  FloatVector(Matrix memory) {
    this.memory = memory;
  }

  @Override
  public void readScaled(double factor, double[] into) {
    for (int at = 0; at < into.length; at += PIECE) {
      int count = Math.min(PIECE, into.length - at);
      memory.floats().get(at, piece, 0, count);
      for (int i = 0; i < count; i++) {
        into[at + i] = factor * piece[i];
      }
    }
  }

  @Override
  public void add(double[] values, double[] increments) {
    for (int at = 0; at < values.length; at += PIECE) {
      int count = Math.min(PIECE, values.length - at);
      for (int i = 0; i < count; i++) {
        float sum = (float) (values[at + i] + increments[at + i]);
        piece[i] = sum;
        values[at + i] = sum;
      }
      memory.floats().put(at, piece, 0, count);
    }
  }
}

package org.dynlab.core.engine;

/** Numbers in any format and memory, by what the kernels offer. */
final class PlainVector implements FlatVector {
  private final Matrix memory;
  private final Kernels kernels;

  PlainVector(Matrix memory, Kernels kernels) {
    this.memory = memory;
    this.kernels = kernels;
  }

  @Override
  public void readScaled(double factor, double[] into) {
    kernels.read(memory, 0, into, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] *= factor;
    }
  }

  @Override
  public void add(double[] values, double[] increments) {
    for (int i = 0; i < values.length; i++) {
      values[i] += increments[i];
    }
    kernels.write(values, memory);
    kernels.read(memory, 0, values, values.length);
  }
}

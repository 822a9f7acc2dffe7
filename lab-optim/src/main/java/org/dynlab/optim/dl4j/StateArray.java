package org.dynlab.optim.dl4j;

import java.util.List;
import org.dynlab.core.engine.Backend;
import org.dynlab.core.engine.Kernels;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.state.Slot;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rule's slots in a Deeplearning4j array of any number format, without loss: each double as three
 * whole numbers of 22, 21 and 21 bits, which single precision holds exactly.
 */
final class StateArray {
  private static final int PIECES = 3;
  private static final int HIGH = 42;
  private static final int MIDDLE = 21;
  private static final long MASK = (1L << MIDDLE) - 1;

  /** Number of updates that the array's state has seen, plus one; 0 for no state. */
  private static final int HEADER = 1;

  private final Matrix view;
  private final Kernels kernels;
  private final double[] pieces;

  StateArray(INDArray view) {
    this.view = Matrix.of(view.reshape(view.length()));
    this.kernels = Backend.kernels(view.dataType());
    this.pieces = new double[this.view.size()];
  }

  /** Entries that slots of these lengths take. */
  static long entries(List<Slot> slots) {
    return PIECES * (HEADER + slots.stream().mapToLong(slot -> slot.values().length).sum());
  }

  /** Forgets all state. */
  void clear() {
    view.array().assign(0);
  }

  /** Number of updates seen by the state in the array, -1 if there is none. */
  long updates() {
    double[] first = new double[PIECES];
    kernels.read(view, 0, first, PIECES);
    return (long) decoded(first, 0) - 1;
  }

  /** The slots' numbers from the array. */
  void read(List<Slot> slots) {
    kernels.read(view, 0, pieces, pieces.length);
    int at = HEADER * PIECES;
    for (Slot slot : slots) {
      double[] values = slot.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = decoded(pieces, at + PIECES * i);
      }
      at += PIECES * values.length;
    }
  }

  /** The slots' numbers into the array. */
  void write(List<Slot> slots, long updates) {
    encode(updates + 1.0, 0);
    int at = HEADER * PIECES;
    for (Slot slot : slots) {
      double[] values = slot.values();
      for (int i = 0; i < values.length; i++) {
        encode(values[i], at + PIECES * i);
      }
      at += PIECES * values.length;
    }
    kernels.write(pieces, view);
  }

  private void encode(double value, int at) {
    long bits = Double.doubleToRawLongBits(value);
    pieces[at] = bits >>> HIGH;
    pieces[at + 1] = (bits >>> MIDDLE) & MASK;
    pieces[at + 2] = bits & MASK;
  }

  private static double decoded(double[] pieces, int at) {
    long bits = (long) pieces[at] << HIGH | (long) pieces[at + 1] << MIDDLE | (long) pieces[at + 2];
    return Double.longBitsToDouble(bits);
  }
}

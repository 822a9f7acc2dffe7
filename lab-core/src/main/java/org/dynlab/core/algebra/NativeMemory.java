package org.dynlab.core.algebra;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;

/** Zeroed memory outside the heap that LAPACK reads and writes in place, freed with its buffer. */
final class NativeMemory {
  private static final int CACHE_LINE = 64;

  private NativeMemory() {}

  static DoubleBuffer doubles(int count) {
    return bytes(count, Double.BYTES).asDoubleBuffer().slice(0, count);
  }

  static IntBuffer ints(int count) {
    return bytes(count, Integer.BYTES).asIntBuffer().slice(0, count);
  }

  /** At least so many: an aligned slice is cut at both ends, so it starts from two lines more. */
  private static ByteBuffer bytes(int count, int width) {
    int wanted = Math.addExact(Math.multiplyExact(count, width), 2 * CACHE_LINE);
    return ByteBuffer.allocateDirect(wanted)
        .alignedSlice(CACHE_LINE)
        .order(ByteOrder.nativeOrder());
  }
}

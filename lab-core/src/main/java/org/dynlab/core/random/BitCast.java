package org.dynlab.core.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * Reads the bits of longs as doubles, by two copies through memory: {@link Double#longBitsToDouble}
 * in a loop would keep the compiler from making vector code of it.
 */
final class BitCast {
  private final LongBuffer longs;
  private final DoubleBuffer doubles;

  BitCast(int most) {
    ByteBuffer bytes = ByteBuffer.allocate(most * Long.BYTES).order(ByteOrder.nativeOrder());
    longs = bytes.asLongBuffer();
    doubles = bytes.asDoubleBuffer();
  }

  void toDoubles(long[] bits, double[] into, int count) {
    longs.put(0, bits, 0, count);
    doubles.get(0, into, 0, count);
  }
}

package org.dynlab.core.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * The random bits of pairs of normals. The top 52 bits of a draw z become the mantissa of a number
 * in [1, 2); its octave k is the number of zeros at the low end of z (of which at most {@value
 * #MOST_ZEROS} are counted), written as 1 + 2⁻⁵² k: k comes with probability 2⁻ᵏ⁻¹, as the octave
 * of a uniform number does.
 *
 * <p>The mantissa is free of the zeros as long as these are fewer than 12; with more, its lowest k
 * - 12 bits are zeros and a one.
 */
final class PairBits {
  /** How many pairs are made at a time. */
  static final int PAIRS = 256;

  /** Zeros are counted up to here. */
  static final int MOST_ZEROS = 41;

  private static final long MARK = 1L << MOST_ZEROS;
  private static final long ONE = 0x3FF0000000000000L;

  private final long[] steps = new long[PAIRS];
  private final long[] mantissas = new long[PAIRS];
  private final long[] octaves = new long[PAIRS];

  /**
   * The same memory as longs and as doubles: {@link Double#longBitsToDouble} in a loop would keep
   * the compiler from making vector code of it, two copies through memory do not.
   */
  private final LongBuffer longs;

  private final DoubleBuffer doubles;

  PairBits() {
    for (int i = 0; i < PAIRS; i++) {
      steps[i] = (i + 1) * Stream.GOLDEN_GAMMA;
    }
    ByteBuffer bytes = ByteBuffer.allocate(2 * PAIRS * Long.BYTES).order(ByteOrder.nativeOrder());
    longs = bytes.asLongBuffer();
    doubles = bytes.asDoubleBuffer();
  }

  /**
   * The pairs of draws {@code first..first+PAIRS-1} of the stream with that key.
   *
   * @param into receives from {@code at} on the mantissas and behind them the octaves
   */
  void draw(long stream, long first, double[] into, int at) {
    mix(steps, stream + first * Stream.GOLDEN_GAMMA, mantissas);
    split(mantissas, octaves);
    longs.put(0, mantissas).put(PAIRS, octaves);
    doubles.get(0, into, at, 2 * PAIRS);
  }

  /** {@link Stream#mix}, spelled out: calls in it would not be inlined where this runs first. */
  private static void mix(long[] steps, long base, long[] draws) {
    for (int i = 0; i < PAIRS; i++) {
      long z = base + steps[i];
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      draws[i] = z ^ (z >>> 31);
    }
  }

  /**
   * Counts the zeros as the ones of (z - 1) &amp; ~z, which {@link Long#bitCount} does bytewise.
   */
  private static void split(long[] draws, long[] octaves) {
    for (int i = 0; i < PAIRS; i++) {
      long marked = draws[i] | MARK;
      long ones = (marked - 1) & ~marked;
      ones -= (ones >>> 1) & 0x5555555555555555L;
      ones = (ones & 0x3333333333333333L) + ((ones >>> 2) & 0x3333333333333333L);
      ones = (ones + (ones >>> 4)) & 0x0F0F0F0F0F0F0F0FL;
      octaves[i] = ONE + ((ones * 0x0101010101010101L) >>> 56);
      draws[i] = ONE | (draws[i] >>> 12);
    }
  }
}

package org.dynlab.core.random;

/**
 * The random bits of pairs of normals. A draw z of 64 bits becomes a number in [1, 2) whose
 * mantissa holds, from above, 23 bits for the radius (the top of z), 22 bits for the angle (those
 * below) and in its last 7 bits the octave k, one more than the number of zeros at the low end of z
 * (which counts at most {@value #MOST_ZEROS} of them): k comes with probability 2⁻ᵏ, as the octave
 * of a uniform number does.
 *
 * <p>The angle's bits are free of the zeros as long as these are fewer than 19; beyond (twice in a
 * million) they leave it 42 - k bits.
 */
final class PairBits {
  /** Zeros are counted up to here. */
  static final int MOST_ZEROS = 41;

  private static final long MARK = 1L << MOST_ZEROS;
  private static final long ONE = 0x3FF0000000000000L;

  private final long[] steps;
  private final long[] bits;

  PairBits(int most) {
    steps = new long[most];
    bits = new long[most];
    for (int i = 0; i < most; i++) {
      steps[i] = (i + 1) * Stream.GOLDEN_GAMMA;
    }
  }

  /** The bits of draws {@code first..first+count-1} of the stream with that key. */
  long[] draw(long stream, long first, int count) {
    mix(steps, stream + first * Stream.GOLDEN_GAMMA, bits, count);
    pack(bits, count);
    return bits;
  }

  /** {@link Stream#mix}, spelled out: calls in it would not be inlined where this runs first. */
  private static void mix(long[] steps, long base, long[] bits, int count) {
    for (int i = 0; i < count; i++) {
      long z = base + steps[i];
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      bits[i] = z ^ (z >>> 31);
    }
  }

  /**
   * Counts the zeros as the ones of (z - 1) &amp; ~z, which {@link Long#bitCount} does bytewise.
   */
  private static void pack(long[] bits, int count) {
    for (int i = 0; i < count; i++) {
      long z = bits[i];
      long marked = z | MARK;
      long ones = (marked - 1) & ~marked;
      ones -= (ones >>> 1) & 0x5555555555555555L;
      ones = (ones & 0x3333333333333333L) + ((ones >>> 2) & 0x3333333333333333L);
      ones = (ones + (ones >>> 4)) & 0x0F0F0F0F0F0F0F0FL;
      ones = (ones * 0x0101010101010101L) >>> 56;
      bits[i] = ((z >>> 19 << 7) | (ONE + 1)) + ones;
    }
  }
}

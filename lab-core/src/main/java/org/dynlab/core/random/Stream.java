package org.dynlab.core.random;

/**
 * A counter-based random stream: draw number i is a fixed function of (key, i), the SplitMix64
 * finaliser applied to {@code key + (i + 1) * golden gamma} (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195). So position is the whole state, and a stream can be resumed
 * anywhere with {@link #at}.
 *
 * <p>Not for cryptography. One owner, one thread.
 */
public final class Stream {
  static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double TWO_POW_MINUS_53 = 0x1.0p-53;

  private final long key;
  private long position;

  Stream(long key) {
    this.key = key;
  }

  /** The stream of the same key, positioned before draw number {@code position}. */
  public Stream at(long position) {
    Stream moved = new Stream(key);
    moved.position = position;
    return moved;
  }

  /** How many draws have been made. */
  public long position() {
    return position;
  }

  /** The next 64 bits. */
  public long nextLong() {
    position++;
    return mix(key + position * GOLDEN_GAMMA);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double uniform() {
    return (nextLong() >>> 11) * TWO_POW_MINUS_53;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform in 0..bound-1, without modulo bias; bound at least 1. */
  public int below(int bound) {
    return (int) Math.multiplyHigh(nextLong() >>> 1, 2L * bound);
  }

  /**
   * Standard normal by the Box–Muller transform, two draws each; {@link StrictMath} keeps the
   * numbers the same on every machine.
   */
  public double gaussian() {
    double radius = StrictMath.sqrt(-2.0 * StrictMath.log(1.0 - uniform()));
    return radius * StrictMath.cos(2.0 * Math.PI * uniform());
  }

  /** A uniformly random order of 0..n-1 (Fisher–Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

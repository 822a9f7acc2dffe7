package org.dynlab.analysis.statistics;

import java.util.SplittableRandom;

/**
 * Independent random streams that are numbered: what stream k gives depends on the seed and k
 * alone, not on who draws from which stream first, so that work may be shared between threads.
 */
public final class SeedStream {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private SeedStream() {}

  /** Stream number k of that seed. */
  public static SplittableRandom of(long seed, long k) {
    return new SplittableRandom(mixed(mixed(seed) + k * GOLDEN));
  }

  /** Stafford's mix 13 of 64 bits. */
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

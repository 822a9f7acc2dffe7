package org.dynlab.core.random;

/**
 * Standard normal numbers by counter: number i of update t is a fixed function of (key, t, i), so
 * noise needs no state to be resumed and does not depend on what else is drawn.
 *
 * <p>The numbers come in pairs by {@link BoxMuller}, the bits of pair p from draw p of the {@link
 * Stream} that belongs to (key, t). In pieces of {@value #PIECE} numbers, the first halves of the
 * pairs stand before the second ones. The arithmetic is exact for the bits and correctly rounded
 * for the rest (+ - * sqrt fma), so the numbers are the same on every machine. Normals beyond 7.6
 * do not occur (of 10¹³ drawn, none is expected to).
 *
 * <p>Cost: see docs/benchmarks.md; 32 kB of working arrays. One owner, one thread.
 */
public final class Noise {
  /** Numbers are made in pieces of that many, each while it is in the nearest cache. */
  public static final int PIECE = 2 * PairBits.PAIRS;

  private final long key;
  private final PairBits bits = new PairBits();
  private final double[] piece = new double[PIECE];
  private final double[] sum = new double[PIECE];

  Noise(SeedTree seeds) {
    this.key = seeds.seed();
  }

  /**
   * {@code into} ← the normals of that update; the first n of them are the same for every length.
   */
  public void fill(long update, double[] into) {
    for (int from = 0; from < into.length; from += PIECE) {
      fill(update, into, from, Math.min(into.length, from + PIECE));
    }
  }

  /**
   * into[from, to) ← numbers {@code from..to-1} of that update.
   *
   * @param from a multiple of {@link #PIECE}
   * @param to at most one piece further
   */
  public void fill(long update, double[] into, int from, int to) {
    if (to - from == PIECE) {
      draw(update, from, into, from);
    } else {
      draw(update, from, piece, 0);
      System.arraycopy(piece, 0, into, from, to - from);
    }
  }

  /** {@code to} += scale · the normals of that update. */
  public void add(long update, double scale, double[] to) {
    for (int from = 0; from < to.length; from += PIECE) {
      int count = Math.min(PIECE, to.length - from);
      draw(update, from, piece, 0);
      System.arraycopy(to, from, sum, 0, count);
      add(piece, scale, sum);
      System.arraycopy(sum, 0, to, from, count);
    }
  }

  /** Both arrays at one index: the compiler makes vectors of nothing else. */
  private static void add(double[] normals, double scale, double[] to) {
    for (int i = 0; i < PIECE; i++) {
      to[i] += scale * normals[i];
    }
  }

  /** The whole piece of the numbers from {@code first} on, to {@code into} from {@code at} on. */
  private void draw(long update, int first, double[] into, int at) {
    long stream = Stream.mix(Stream.mix(key) + update * Stream.GOLDEN_GAMMA);
    bits.draw(stream, first / 2, into, at);
    BoxMuller.normals(into, at);
  }
}

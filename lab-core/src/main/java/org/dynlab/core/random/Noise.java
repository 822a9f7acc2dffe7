package org.dynlab.core.random;

/**
 * Standard normal numbers by counter: number i of update t is a fixed function of (key, t, i), so
 * noise needs no state to be resumed and does not depend on what else is drawn.
 */
public final class Noise {
  private final SeedTree seeds;

  Noise(SeedTree seeds) {
    this.seeds = seeds;
  }

  /**
   * {@code into} ← the normals of that update; the first n of them are the same for every length.
   */
  public void fill(long update, double[] into) {
    Stream stream = seeds.stream(Long.toString(update));
    for (int i = 0; i < into.length; i++) {
      into[i] = stream.gaussian();
    }
  }

  /** {@code to} += scale · the normals of that update. */
  public void add(long update, double scale, double[] to) {
    Stream stream = seeds.stream(Long.toString(update));
    for (int i = 0; i < to.length; i++) {
      to[i] += scale * stream.gaussian();
    }
  }
}

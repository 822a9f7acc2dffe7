package org.dynlab.core.random;

import java.nio.charset.StandardCharsets;

/**
 * Named random streams derived from one root seed. A stream's seed is a hash of the root seed and
 * the stream's name alone, so a new consumer never shifts the numbers an old one draws.
 *
 * @param seed the root seed of the run
 */
public record SeedTree(long seed) {

  /** The stream of that name, from its beginning, e.g. {@code init}, {@code split}. */
  public Stream stream(String name) {
    return new Stream(child(name).seed());
  }

  /** The noise of that name, e.g. {@code thermostat}. */
  public Noise noise(String name) {
    return new Noise(child(name));
  }

  /** A subtree, for consumers that name streams of their own. */
  public SeedTree child(String name) {
    long hash = Stream.mix(seed ^ 0x6A09E667F3BCC909L);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = Stream.mix(hash + Stream.GOLDEN_GAMMA * (b + 129L));
    }
    return new SeedTree(hash);
  }
}

package org.dynlab.tasks.images;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dynlab.core.random.SeedTree;

/** Which examples of a file are taken. */
public enum Subset {
  /** The first ones, in the order of the file. */
  FIRST {
    @Override
    int[] rows(int count, int all, SeedTree seeds) {
      return IntStream.range(0, count).toArray();
    }
  },
  /** Drawn without replacement from the seed stream {@code subset}. */
  RANDOM {
    @Override
    int[] rows(int count, int all, SeedTree seeds) {
      return Arrays.copyOf(seeds.stream("subset").permutation(all), count);
    }
  };

  abstract int[] rows(int count, int all, SeedTree seeds);
}

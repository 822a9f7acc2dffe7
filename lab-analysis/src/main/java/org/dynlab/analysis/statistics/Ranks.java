package org.dynlab.analysis.statistics;

/**
 * Ranks of numbers, from 1 on; equal ones share the mean of theirs. By a radix sort of places,
 * O(n): for a curve of 100,000 points many times as fast as sorting pairs of number and place.
 */
public final class Ranks {
  private static final int BITS = 8;
  private static final int BUCKETS = 1 << BITS;
  private static final int DIGITS = Long.SIZE / BITS;

  private Ranks() {}

  /**
   * By place.
   *
   * @param values no NaN among them; −0 equals 0
   */
  public static double[] of(double[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      long bits = Double.doubleToRawLongBits(values[i] + 0.0);
      keys[i] = bits ^ (bits >> 63 | Long.MIN_VALUE);
    }
    int[] order = order(keys);
    double[] ranks = new double[values.length];
    int first = 0;
    while (first < order.length) {
      int behind = first + 1;
      while (behind < order.length && keys[order[behind]] == keys[order[first]]) {
        behind++;
      }
      for (int i = first; i < behind; i++) {
        ranks[order[i]] = (first + behind + 1) / 2.0;
      }
      first = behind;
    }
    return ranks;
  }

  /** The places of the keys, taken without sign, in rising order. */
  private static int[] order(long[] keys) {
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] next = new int[keys.length];
    int[] counts = counts(keys);
    for (int number = 0; number < DIGITS; number++) {
      int shift = number * BITS;
      int[] begins = begins(counts, number, keys.length);
      if (begins.length > 0) {
        for (int place : order) {
          next[begins[digit(keys[place], shift)]++] = place;
        }
        int[] done = order;
        order = next;
        next = done;
      }
    }
    return order;
  }

  /** How many keys have which digit, digits by their number from the right. */
  private static int[] counts(long[] keys) {
    int[] counts = new int[DIGITS * BUCKETS];
    for (long key : keys) {
      for (int number = 0; number < DIGITS; number++) {
        counts[number * BUCKETS + digit(key, number * BITS)]++;
      }
    }
    return counts;
  }

  /** Where the keys of each value of a digit begin; empty if all keys have the same. */
  private static int[] begins(int[] counts, int number, int keys) {
    int[] begins = new int[BUCKETS];
    int before = 0;
    for (int d = 0; d < BUCKETS; d++) {
      int count = counts[number * BUCKETS + d];
      if (count == keys) {
        return new int[0];
      }
      begins[d] = before;
      before += count;
    }
    return begins;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & BUCKETS - 1;
  }
}

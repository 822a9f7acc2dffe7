package org.dynlab.instrument.information;

import java.util.Arrays;

/** Entropies of empirical distributions, in nats. */
final class Entropy {

  private Entropy() {}

  /**
   * H of the distribution of {@code codes[from]} to {@code codes[to - 1]}, which are sorted in
   * place: -Σ (n/N) ln (n/N) over the different codes. 0 of none.
   */
  static double of(long[] codes, int from, int to) {
    Arrays.sort(codes, from, to);
    double sum = 0;
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || codes[i] != codes[begin]) {
        double count = i - begin;
        sum += count * Math.log(count);
        begin = i;
      }
    }
    double total = to - from;
    return total == 0 ? 0 : Math.log(total) - sum / total;
  }

  /** H of classes with these counts. */
  static double ofCounts(int[] counts) {
    double sum = 0;
    double total = 0;
    for (int count : counts) {
      sum += count == 0 ? 0 : count * Math.log(count);
      total += count;
    }
    return total == 0 ? 0 : Math.log(total) - sum / total;
  }
}

package org.dynlab.analysis.curve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Down-sampling for display: the steps are cut into buckets of equal width in log(1 + step −
 * first), and each bucket keeps its lowest and its highest value, so a spike of one step is never
 * lost. The first and the last point are always kept. O(n).
 */
final class Thinning {
  private Thinning() {}

  /**
   * The kept indices, ascending; at most {@code limit} of them, all if there are no more.
   *
   * @param limit at least 4
   */
  static int[] indices(long[] steps, double[] values, int limit) {
    int n = steps.length;
    if (n <= limit) {
      return IntStream.range(0, n).toArray();
    }
    int buckets = (limit - 2) / 2;
    int[] lowest = new int[buckets];
    int[] highest = new int[buckets];
    Arrays.fill(lowest, -1);
    Arrays.fill(highest, -1);
    double scale = buckets / Math.log1p((double) (steps[n - 1] - steps[0]));
    int bucket = 0;
    long end = endOf(bucket, steps, scale);
    for (int i = 0; i < n; i++) {
      while (bucket < buckets - 1 && steps[i] >= end) {
        bucket++;
        end = endOf(bucket, steps, scale);
      }
      lowest[bucket] = extreme(1, values, lowest[bucket], i);
      highest[bucket] = extreme(-1, values, highest[bucket], i);
    }
    return IntStream.concat(
            IntStream.of(0, n - 1), IntStream.concat(Arrays.stream(lowest), Arrays.stream(highest)))
        .filter(i -> i >= 0)
        .sorted()
        .distinct()
        .toArray();
  }

  /** The first step that belongs to a later bucket. */
  private static long endOf(int bucket, long[] steps, double scale) {
    return steps[0] + (long) Math.ceil(Math.expm1((bucket + 1) / scale));
  }

  /**
   * Whichever index has the lower value (sign 1) or the higher one (sign -1); an absent index (-1)
   * or a NaN gives way to the other one.
   */
  private static int extreme(int sign, double[] values, int a, int b) {
    if (a < 0 || Double.isNaN(values[a])) {
      return b;
    }
    return sign * values[b] < sign * values[a] ? b : a;
  }
}

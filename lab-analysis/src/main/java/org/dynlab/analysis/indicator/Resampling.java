package org.dynlab.analysis.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The percentile bootstrap over runs: runs are drawn with replacement within each arm, so that arms
 * keep their sizes. Resample k draws from a stream of its own, so that all statistics see the same
 * resamples and the order of work does not matter. Resamples in which the statistic is NaN are left
 * out; with more than half of them NaN there is no interval.
 *
 * <p>Unlike {@link org.dynlab.analysis.statistics.Bootstrap} it has intervals where arms have one
 * run each, as sweeps over many settings do: these runs are then in every resample.
 */
final class Resampling {
  private static final long STREAMS = 0x9E3779B97F4A7C15L;
  private static final double TAIL = 0.025;

  private final List<int[]> strata;
  private final long seed;
  private final int resamples;

  Resampling(List<int[]> strata, long seed, int resamples) {
    this.strata = strata;
    this.seed = seed;
    this.resamples = resamples;
  }

  /** The 2.5 % and 97.5 % quantiles of a statistic of run numbers; NaN without an interval. */
  double[] interval(ToDoubleFunction<int[]> statistic) {
    double[] found =
        IntStream.range(0, resamples)
            .mapToDouble(k -> statistic.applyAsDouble(drawn(k)))
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    boolean enough = 2 * found.length >= resamples;
    return enough
        ? new double[] {quantile(found, TAIL), quantile(found, 1 - TAIL)}
        : new double[] {Double.NaN, Double.NaN};
  }

  private int[] drawn(int k) {
    SplittableRandom random = new SplittableRandom(seed + STREAMS * (k + 1));
    return strata.stream()
        .flatMapToInt(runs -> Arrays.stream(runs).map(unused -> runs[random.nextInt(runs.length)]))
        .toArray();
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}

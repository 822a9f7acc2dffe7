package org.dynlab.analysis.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The values of a statistic with one run left out at a time, and what BCa makes of them; see {@link
 * Bootstrap}.
 */
final class Jackknife {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double TAIL = 0.025;

  private final int[] sizes;
  private final ToDoubleFunction<int[][]> statistic;

  /** Of a statistic of the indices in each stratum. */
  Jackknife(int[] sizes, ToDoubleFunction<int[][]> statistic) {
    this.sizes = sizes;
    this.statistic = statistic;
  }

  /** The indices of all runs. */
  static int[][] everyone(int[] sizes) {
    return Arrays.stream(sizes)
        .mapToObj(size -> IntStream.range(0, size).toArray())
        .toArray(int[][]::new);
  }

  /**
   * The BCa interval.
   *
   * @param value of the sample
   * @param ascending the values of the resamples
   */
  Interval bca(double value, double[] ascending) {
    double below = 0;
    for (double v : ascending) {
      below += v < value ? 1 : v == value ? 0.5 : 0;
    }
    double bias = NORMAL.inverseCumulativeProbability(below / ascending.length);
    double acceleration = acceleration();
    if (!Double.isFinite(bias) || !Double.isFinite(acceleration)) {
      return Interval.NONE;
    }
    double z = NORMAL.inverseCumulativeProbability(TAIL);
    double low = moved(z, bias, acceleration);
    double high = moved(-z, bias, acceleration);
    return new Interval(Quantiles.at(low, ascending), Quantiles.at(high, ascending));
  }

  private static double moved(double z, double bias, double acceleration) {
    double sum = bias + z;
    return NORMAL.cumulativeProbability(bias + sum / (1 - acceleration * sum));
  }

  /** The skewness of the influences; NaN if they are all 0 or one is NaN. */
  double acceleration() {
    double cubes = 0;
    double squares = 0;
    for (int s = 0; s < sizes.length; s++) {
      double n = sizes[s];
      double[] values = without(s);
      double mean = Vectors.mean(values);
      for (double v : values) {
        double part = (n - 1) * (mean - v) / n;
        squares += part * part;
        cubes += part * part * part;
      }
    }
    return cubes / (6 * squares * Math.sqrt(squares));
  }

  private double[] without(int stratum) {
    int[][] all = everyone(sizes);
    return IntStream.range(0, sizes[stratum])
        .parallel()
        .mapToDouble(
            left -> {
              int[][] rest = all.clone();
              rest[stratum] = Arrays.stream(all[stratum]).filter(i -> i != left).toArray();
              return statistic.applyAsDouble(rest);
            })
        .toArray();
  }
}

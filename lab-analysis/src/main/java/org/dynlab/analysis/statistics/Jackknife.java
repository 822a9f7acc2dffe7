package org.dynlab.analysis.statistics;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The values of statistics with one run left out at a time, and what BCa makes of them; see {@link
 * Bootstrap}.
 */
final class Jackknife {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double TAIL = 0.025;

  /** By stratum, run that is left out, and statistic. */
  private final double[][][] values;

  private Jackknife(double[][][] values) {
    this.values = values;
  }

  /** Of statistics of the indices in each stratum. */
  static Jackknife of(int[] sizes, Function<int[][], double[]> statistics) {
    return new Jackknife(
        IntStream.range(0, sizes.length)
            .mapToObj(stratum -> without(stratum, sizes, statistics))
            .toArray(double[][][]::new));
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
   * @param statistic which one
   * @param value of the sample
   * @param ascending the values of the resamples
   */
  Interval bca(int statistic, double value, double[] ascending) {
    double below = 0;
    for (double v : ascending) {
      below += v < value ? 1 : v == value ? 0.5 : 0;
    }
    double bias = NORMAL.inverseCumulativeProbability(below / ascending.length);
    double acceleration = acceleration(statistic);
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
  double acceleration(int statistic) {
    double cubes = 0;
    double squares = 0;
    for (double[][] stratum : values) {
      double n = stratum.length;
      double[] own = Arrays.stream(stratum).mapToDouble(v -> v[statistic]).toArray();
      double mean = Vectors.mean(own);
      for (double v : own) {
        double part = (n - 1) * (mean - v) / n;
        squares += part * part;
        cubes += part * part * part;
      }
    }
    return cubes / (6 * squares * Math.sqrt(squares));
  }

  private static double[][] without(
      int stratum, int[] sizes, Function<int[][], double[]> statistics) {
    int[][] all = everyone(sizes);
    return IntStream.range(0, sizes[stratum])
        .parallel()
        .mapToObj(
            left -> {
              int[][] rest = all.clone();
              rest[stratum] = Arrays.stream(all[stratum]).filter(i -> i != left).toArray();
              return statistics.apply(rest);
            })
        .toArray(double[][]::new);
  }
}

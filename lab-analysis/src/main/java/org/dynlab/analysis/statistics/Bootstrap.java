package org.dynlab.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bootstrap 95 % intervals of any statistic (Efron 1987, doi:10.1080/01621459.1987.10478410;
 * Davison and Hinkley 1997, doi:10.1017/CBO9780511802843, section 5.3 on BCa).
 *
 * <p>Indices are drawn with replacement within each stratum (an arm, say), so that strata keep
 * their sizes. The percentile interval has the 0.025 and 0.975 quantiles of the resamples' values;
 * BCa has those at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) for z = ∓1.96, z₀ = Φ⁻¹ of the share of
 * resamples below the sample's value, ties by half, and a from the jackknife: with l = (n_i −
 * 1)(mean of leave-one-out values of stratum i − leave-one-out value), a = Σ l³/n_i³ / (6 (Σ
 * l²/n_i²)^1.5).
 *
 * <p>Edges: no interval with a stratum of fewer than two values, or when the sample's value or more
 * than half of the resamples' is NaN; no BCa interval if all or none of the resamples lie below the
 * value, the leave-one-out values do not vary, or one is NaN. Resample k draws from stream k of the
 * seed and is the same whatever the number of threads. Cost: resamples + n evaluations.
 *
 * <p>With few runs both are too short. Measured on 3000 samples each, BCa intervals of a mean hold
 * the truth in 84, 90, 92, 94 % of cases for n = 5, 10, 20, 40 normal values, and in 81, 88, 92, 92
 * % for exponential ones; percentile intervals in 84, 90, 93, 94 % and 79, 86, 91, 92 %.
 *
 * @param seed of the draws
 * @param resamples how many
 */
public record Bootstrap(long seed, int resamples) {
  /** Enough for limits that move by a few hundredths of the interval from seed to seed. */
  public static final int RESAMPLES = 2000;

  /** Refuses fewer than 40 resamples, which do not have the quantiles. */
  public Bootstrap {
    if (resamples < 40) {
      throw new IllegalArgumentException("resamples must be at least 40, got " + resamples);
    }
  }

  /** With {@value #RESAMPLES} resamples. */
  public Bootstrap(long seed) {
    this(seed, RESAMPLES);
  }

  /** The statistic of one sample. It must be a pure function, as threads share it. */
  public Bootstrapped of(double[] sample, ToDoubleFunction<double[]> statistic) {
    return ofStrata(List.of(sample), drawn -> statistic.applyAsDouble(drawn.get(0)));
  }

  /** The mean of one sample. */
  public Estimate mean(double[] sample) {
    return of(sample, Vectors::mean).estimate();
  }

  /** A statistic of several samples that are resampled each by itself; a pure function. */
  public Bootstrapped ofStrata(List<double[]> samples, ToDoubleFunction<List<double[]>> statistic) {
    int[] sizes = samples.stream().mapToInt(sample -> sample.length).toArray();
    return ofIndices(
        sizes,
        drawn ->
            statistic.applyAsDouble(
                IntStream.range(0, drawn.length)
                    .mapToObj(s -> at(samples.get(s), drawn[s]))
                    .toList()));
  }

  private static double[] at(double[] sample, int[] indices) {
    double[] drawn = new double[indices.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = sample[indices[i]];
    }
    return drawn;
  }

  /**
   * A statistic of runs that are known by their indices.
   *
   * @param sizes number of runs in each stratum
   * @param statistic of the indices drawn in each stratum; a pure function
   */
  public Bootstrapped ofIndices(int[] sizes, ToDoubleFunction<int[][]> statistic) {
    return allOfIndices(sizes, drawn -> new double[] {statistic.applyAsDouble(drawn)}).get(0);
  }

  /**
   * Several statistics of the same runs, each with its intervals, from one calculation for each
   * resample.
   *
   * @param sizes number of runs in each stratum, none 0
   * @param statistics of the indices drawn in each stratum, always as many; a pure function
   */
  public List<Bootstrapped> allOfIndices(int[] sizes, Function<int[][], double[]> statistics) {
    if (Arrays.stream(sizes).anyMatch(size -> size == 0)) {
      return List.of(none(Double.NaN, sizes));
    }
    double[] values = statistics.apply(Jackknife.everyone(sizes));
    if (Arrays.stream(sizes).anyMatch(size -> size < 2)
        || Arrays.stream(values).allMatch(Double::isNaN)) {
      return Arrays.stream(values).mapToObj(value -> none(value, sizes)).toList();
    }
    double[][] resampled =
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(k -> statistics.apply(drawn(k, sizes)))
            .toArray(double[][]::new);
    Jackknife jackknife = Jackknife.of(sizes, statistics);
    return IntStream.range(0, values.length)
        .mapToObj(i -> bootstrapped(i, values[i], resampled, jackknife, sizes))
        .toList();
  }

  private static Bootstrapped none(double value, int[] sizes) {
    int n = Arrays.stream(sizes).sum();
    return new Bootstrapped(value, Interval.NONE, Interval.NONE, n, 0, 0);
  }

  private Bootstrapped bootstrapped(
      int i, double value, double[][] resampled, Jackknife jackknife, int[] sizes) {
    if (Double.isNaN(value)) {
      return none(value, sizes);
    }
    int n = Arrays.stream(sizes).sum();
    double[] defined =
        Arrays.stream(resampled).mapToDouble(v -> v[i]).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(defined);
    int undefined = resamples - defined.length;
    if (defined.length < resamples / 2) {
      return new Bootstrapped(value, Interval.NONE, Interval.NONE, n, resamples, undefined);
    }
    Interval percentile = Quantiles.middle(defined);
    return new Bootstrapped(
        value, percentile, jackknife.bca(i, value, defined), n, resamples, undefined);
  }

  private int[][] drawn(int resample, int[] sizes) {
    SplittableRandom random = SeedStream.of(seed, resample);
    int[][] indices = new int[sizes.length][];
    for (int s = 0; s < sizes.length; s++) {
      indices[s] = new int[sizes[s]];
      for (int i = 0; i < sizes[s]; i++) {
        indices[s][i] = random.nextInt(sizes[s]);
      }
    }
    return indices;
  }
}

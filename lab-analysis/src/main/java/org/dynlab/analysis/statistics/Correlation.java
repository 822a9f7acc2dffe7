package org.dynlab.analysis.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.KendallsCorrelation;

/**
 * How two numbers of n independent pairs go together: coefficients in [-1, 1] with 95 % intervals.
 * NaN for fewer than two pairs or where one side does not vary; no interval for n ≤ 3, or from a
 * bootstrap for n &lt; 2.
 *
 * <p>The intervals take the pairs as independent. Steps of one run are not: there they are too
 * short, and an interval over runs is the honest one.
 */
public final class Correlation {
  private static final double Z = 1.959963984540054;

  private Correlation() {}

  /** Pearson's, with Fisher's interval: tanh(atanh r ± 1.96/√(n − 3)). */
  public static Estimate pearson(double[] x, double[] y) {
    return fisher(pearsonValue(x, y), 1, x.length);
  }

  /**
   * Spearman's: Pearson's of the ranks, ranks of equal values shared. The interval is Fisher's with
   * the variance (1 + ρ²/2)/(n − 3) of Bonett and Wright (2000, doi:10.1007/BF02294183).
   */
  public static Estimate spearman(double[] x, double[] y) {
    double rho = spearmanValue(x, y);
    return fisher(rho, 1 + rho * rho / 2, x.length);
  }

  /** Spearman's with a bootstrap interval over the pairs. */
  public static Bootstrapped spearman(double[] x, double[] y, Bootstrap bootstrap) {
    return resampled(x, y, bootstrap, Correlation::spearmanValue);
  }

  /** Kendall's τ_b with a bootstrap interval over the pairs. */
  public static Bootstrapped kendall(double[] x, double[] y, Bootstrap bootstrap) {
    return resampled(x, y, bootstrap, Correlation::kendallValue);
  }

  private static Bootstrapped resampled(
      double[] x, double[] y, Bootstrap bootstrap, ToDoubleBiFunction<double[], double[]> of) {
    requirePairs(x, y);
    return bootstrap.ofIndices(
        new int[] {x.length}, drawn -> of.applyAsDouble(at(x, drawn[0]), at(y, drawn[0])));
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  private static Estimate fisher(double r, double variance, int n) {
    if (n <= 3 || Double.isNaN(r)) {
      return Estimate.without(r, n);
    }
    double spread = Z * Math.sqrt(variance / (n - 3));
    double z = 0.5 * StrictMath.log((1 + r) / (1 - r));
    return new Estimate(
        r, new Interval(StrictMath.tanh(z - spread), StrictMath.tanh(z + spread)), n);
  }

  /** Pearson's coefficient alone. */
  public static double pearsonValue(double[] x, double[] y) {
    requirePairs(x, y);
    double[] a = Vectors.centred(x);
    double[] b = Vectors.centred(y);
    double lengths = Math.sqrt(Vectors.dot(a, a) * Vectors.dot(b, b));
    boolean varies = x.length >= 2 && varies(x) && varies(y);
    return varies ? Math.max(-1, Math.min(1, Vectors.dot(a, b) / lengths)) : Double.NaN;
  }

  /**
   * Pearson's coefficients of all pairs of rows of equal length: {@code [i][j]} for j &lt; i, 0
   * elsewhere.
   */
  public static double[][] pearsonOfPairs(double[][] rows) {
    double[][] centred =
        Arrays.stream(rows).parallel().map(Vectors::centred).toArray(double[][]::new);
    double[] lengths = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      boolean varies = rows[i].length >= 2 && varies(rows[i]);
      lengths[i] = varies ? Vectors.norm(centred[i]) : Double.NaN;
    }
    double[][] pairs = new double[rows.length][rows.length];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < i; j++) {
                double r = Vectors.dot(centred[i], centred[j]) / lengths[i] / lengths[j];
                pairs[i][j] = Math.max(-1, Math.min(1, r));
              }
            });
    return pairs;
  }

  private static boolean varies(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }

  /** Spearman's coefficient alone. */
  public static double spearmanValue(double[] x, double[] y) {
    requirePairs(x, y);
    if (x.length < 2) {
      return Double.NaN;
    }
    return pearsonValue(Ranks.of(x), Ranks.of(y));
  }

  /** Kendall's τ_b alone: (concordant − discordant)/√(pairs untied in x · pairs untied in y). */
  static double kendallValue(double[] x, double[] y) {
    requirePairs(x, y);
    boolean varies = x.length >= 2 && varies(x) && varies(y);
    return varies ? new KendallsCorrelation().correlation(x, y) : Double.NaN;
  }

  private static void requirePairs(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("pairs of " + x.length + " and " + y.length + " numbers");
    }
  }
}

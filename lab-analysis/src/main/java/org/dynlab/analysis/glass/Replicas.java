package org.dynlab.analysis.glass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.statistics.Correlation;

/**
 * How alike the replicas of a system are, the runs of an arm that differ in nothing but the seed:
 * Pearson's correlation of one column over the steps at which all of them have a finite value, the
 * mean over all pairs of runs.
 *
 * <p>Curves that share a trend correlate whatever else they do; {@code changes} correlates the
 * differences between one common step and the next, which a shared slow trend hardly moves. The
 * intervals are of the jackknife over runs (pairs are not independent): value ± t(0.975; n - 1) ·
 * √((n-1)/n Σ (v_(i) - v̄)²), cut at ±1. The susceptibility of a glass at a step is its variance
 * between replicas; where it is largest, they are least alike. Overlaps of parameters are not among
 * the columns.
 *
 * @param column what is compared
 * @param runs how many replicas, n
 * @param steps how many common steps
 * @param levels mean correlation of the curves
 * @param changes mean correlation of their differences
 * @param widest the common step with the largest variance between replicas, -1 without replicas
 * @param deviation the standard deviation (n - 1) there
 * @param leftOut runs without the column, with reasons
 */
public record Replicas(
    String column,
    int runs,
    int steps,
    Likeness levels,
    Likeness changes,
    long widest,
    double deviation,
    List<LeftOut> leftOut) {

  /** Copies the list. */
  public Replicas {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A mean correlation over pairs.
   *
   * @param mean in [-1, 1]; NaN with fewer than two runs or three steps
   * @param low lower limit of 95 %, NaN with fewer than three runs
   * @param high upper limit
   * @param pairs how many had a correlation: neither side constant
   */
  public record Likeness(double mean, double low, double high, int pairs) {}

  /** Of the runs of an arm that count. */
  public static Replicas of(Arm arm, String column) {
    List<LeftOut> leftOut = new ArrayList<>(LeftOut.notCounted(arm));
    List<Curve> curves = new ArrayList<>();
    for (Run run : arm.counted()) {
      Optional<Curve> curve = run.curve(column).map(Curve::finite).filter(c -> c.size() > 0);
      curve.ifPresent(curves::add);
      if (curve.isEmpty()) {
        leftOut.add(new LeftOut(run.name(), column + " was not measured"));
      }
    }
    long[] steps = common(curves);
    double[][] levels = curves.stream().map(c -> at(c, steps)).toArray(double[][]::new);
    double[][] changes = Arrays.stream(levels).map(Replicas::changes).toArray(double[][]::new);
    int widest = widest(levels, steps.length);
    return new Replicas(
        column,
        curves.size(),
        steps.length,
        likeness(levels),
        likeness(changes),
        widest < 0 ? -1 : steps[widest],
        widest < 0 ? Double.NaN : Math.sqrt(variance(levels, widest)),
        leftOut);
  }

  private static long[] common(List<Curve> curves) {
    long[] steps = curves.isEmpty() ? new long[0] : steps(curves.get(0));
    for (Curve curve : curves) {
      int kept = 0;
      int k = 0;
      for (long step : steps) {
        while (k < curve.size() && curve.step(k) < step) {
          k++;
        }
        if (k < curve.size() && curve.step(k) == step) {
          steps[kept++] = step;
        }
      }
      steps = Arrays.copyOf(steps, kept);
    }
    return steps;
  }

  private static long[] steps(Curve curve) {
    return IntStream.range(0, curve.size()).mapToLong(curve::step).toArray();
  }

  private static double[] at(Curve curve, long[] steps) {
    double[] values = new double[steps.length];
    int k = 0;
    for (int i = 0; i < steps.length; i++) {
      while (curve.step(k) < steps[i]) {
        k++;
      }
      values[i] = curve.value(k);
    }
    return values;
  }

  private static double[] changes(double[] values) {
    double[] changes = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = values[i + 1] - values[i];
    }
    return changes;
  }

  private static int widest(double[][] levels, int steps) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < steps && levels.length > 1; i++) {
      double variance = variance(levels, i);
      if (variance > most) {
        best = i;
        most = variance;
      }
    }
    return best;
  }

  private static double variance(double[][] levels, int step) {
    double mean = 0;
    for (double[] run : levels) {
      mean += run[step] / levels.length;
    }
    double squares = 0;
    for (double[] run : levels) {
      squares += (run[step] - mean) * (run[step] - mean);
    }
    return squares / (levels.length - 1);
  }

  private static Likeness likeness(double[][] curves) {
    int n = curves.length;
    double[][] pairs = Correlation.pearsonOfPairs(curves);
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        pairs[i][j] = curves[i].length < 3 ? Double.NaN : pairs[i][j];
        count += Double.isNaN(pairs[i][j]) ? 0 : 1;
      }
    }
    double mean = meanWithout(-1, pairs);
    double half = n < 3 ? Double.NaN : half(pairs);
    return new Likeness(mean, Math.max(-1, mean - half), Math.min(1, mean + half), count);
  }

  private static double half(double[][] pairs) {
    int n = pairs.length;
    double[] without = IntStream.range(0, n).mapToDouble(i -> meanWithout(i, pairs)).toArray();
    double mean = Arrays.stream(without).sum() / n;
    double squares = Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
    double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(0.025);
    return t * Math.sqrt((n - 1.0) / n * squares);
  }

  private static double meanWithout(int left, double[][] pairs) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < pairs.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean counts = i != left && j != left && !Double.isNaN(pairs[i][j]);
        sum += counts ? pairs[i][j] : 0;
        count += counts ? 1 : 0;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}

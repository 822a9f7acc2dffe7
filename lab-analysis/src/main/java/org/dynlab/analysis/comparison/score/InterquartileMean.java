package org.dynlab.analysis.comparison.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Bootstrapped;

/**
 * The interquartile mean: the mean of the middle half of the runs (Agarwal et al. 2021, arXiv
 * 2108.13264, section 4.3). Of n values ⌊n/4⌋ are cut at either end, as scipy's {@code trim_mean(x,
 * 0.25)} does, so up to three values it is the plain mean.
 *
 * <p>Infinite values (diverged runs) are cut first; if there are more than ⌊n/4⌋ at an end the mean
 * is infinite. NaN for no values or with NaN among them.
 */
public final class InterquartileMean {
  private InterquartileMean() {}

  /** The mean of the middle half. */
  public static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    double sum = 0;
    for (int i = cut; i < sorted.length - cut; i++) {
      sum += sorted[i];
    }
    return sum / (sorted.length - 2 * cut);
  }

  /**
   * With percentile intervals as in the paper, and BCa intervals beside them. A resample in which
   * the mean is infinite makes an end infinite.
   */
  public static Bootstrapped of(double[] values, Bootstrap bootstrap) {
    return bootstrap.of(values, InterquartileMean::of);
  }

  /**
   * Over steps, with a pointwise 95 % percentile band: runs are resampled at each step among those
   * with a finite value at exactly that step, by the same draws at all steps at which they are the
   * same number; n may change along the curve, because a run that diverged ends early. No band for
   * n &lt; 3.
   *
   * @param limit about how many steps are kept; at least 4
   */
  public static MeanBand band(List<Curve> curves, Bootstrap bootstrap, int limit) {
    MeanBand kept = MeanBand.of(curves).thinned(limit);
    List<Curve> finite = curves.stream().map(Curve::finite).toList();
    int[] next = new int[finite.size()];
    return MeanBand.through(
        kept.points().stream().map(p -> point(p.step(), finite, next, bootstrap)).toList());
  }

  private static MeanBand.Point point(
      long step, List<Curve> curves, int[] next, Bootstrap bootstrap) {
    double[] values =
        IntStream.range(0, next.length)
            .filter(c -> advance(curves.get(c), step, c, next))
            .mapToDouble(c -> curves.get(c).value(next[c]))
            .toArray();
    if (values.length < MeanBand.LEAST_RUNS_FOR_BAND) {
      return new MeanBand.Point(step, of(values), Double.NaN, Double.NaN, values.length);
    }
    Bootstrapped found = of(values, bootstrap);
    return new MeanBand.Point(
        step, found.value(), found.percentile().low(), found.percentile().high(), values.length);
  }

  /** Moves to the first point at or after the step; whether it is at it. */
  private static boolean advance(Curve curve, long step, int c, int[] next) {
    while (next[c] < curve.size() && curve.step(next[c]) < step) {
      next[c]++;
    }
    return next[c] < curve.size() && curve.step(next[c]) == step;
  }
}

package org.dynlab.analysis.curve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean of several runs with a pointwise 95 % confidence band, on the union grid of their steps.
 *
 * <p>At each step the runs that have a finite value at exactly that step are averaged; nothing is
 * carried forward and nothing interpolated, so n may change along the curve and is part of every
 * point. The band is Student's: mean ± t(0.975; n−1) · s/√n with s² the unbiased sample variance.
 * With n &lt; {@value #LEAST_RUNS_FOR_BAND} there is no band and its limits are NaN. O(N log N) for
 * N points in all.
 *
 * <p>The band is for the mean at one step, seeds being independent and roughly normal; it can leave
 * the range of the quantity (an accuracy above 1), and it is no band for the whole curve at once.
 */
public final class MeanBand {
  /** Fewest runs for which a band is given. */
  public static final int LEAST_RUNS_FOR_BAND = 3;

  private final List<Point> points;

  /** Takes the list over. */
  private MeanBand(List<Point> points) {
    this.points = points;
  }

  /**
   * One step of the band.
   *
   * @param mean of the n runs
   * @param low lower limit, NaN without a band
   * @param high upper limit, NaN without a band
   * @param n runs with a finite value at this step, at least 1
   */
  public record Point(long step, double mean, double low, double high, int n) {}

  /** The band of these curves; empty if they have no finite value. */
  public static MeanBand of(List<Curve> curves) {
    List<Curve> finite = curves.stream().map(Curve::finite).toList();
    StudentInterval interval = new StudentInterval(finite.size());
    long[][] steps = finite.stream().map(Curve::steps).toArray(long[][]::new);
    double[][] values = finite.stream().map(Curve::values).toArray(double[][]::new);
    boolean alike = Arrays.stream(steps).allMatch(own -> Arrays.equals(own, steps[0]));
    if (alike && steps.length > 0) {
      return new MeanBand(interval.at(steps[0], values));
    }
    int[] next = new int[steps.length];
    double[] there = new double[steps.length];
    long[] union = Arrays.stream(steps).flatMapToLong(Arrays::stream).sorted().distinct().toArray();
    PointTable points = new PointTable(union.length);
    for (long step : union) {
      int n = 0;
      for (int c = 0; c < steps.length; c++) {
        if (next[c] < steps[c].length && steps[c][next[c]] == step) {
          there[n++] = values[c][next[c]++];
        }
      }
      points.append(interval.at(step, there, n));
    }
    return new MeanBand(points);
  }

  /** A band that was estimated elsewhere; a step that stands twice is a jump. */
  public static MeanBand through(List<Point> points) {
    return new MeanBand(List.copyOf(points));
  }

  /** The points, in ascending steps. */
  public List<Point> points() {
    return points;
  }

  /** Whether any point has a band. */
  public boolean hasBand() {
    return points.stream().anyMatch(point -> point.n() >= LEAST_RUNS_FOR_BAND);
  }

  /** The points at or after that step. */
  public MeanBand from(long first) {
    int before = 0;
    while (before < points.size() && points.get(before).step() < first) {
      before++;
    }
    return new MeanBand(points.subList(before, points.size()));
  }

  /** At most about {@code limit} points: those that {@link Thinning} keeps of the mean. */
  public MeanBand thinned(int limit) {
    long[] steps = points.stream().mapToLong(Point::step).toArray();
    double[] means = points.stream().mapToDouble(Point::mean).toArray();
    int[] kept = Thinning.indices(steps, means, limit);
    return new MeanBand(IntStream.of(kept).mapToObj(points::get).toList());
  }
}

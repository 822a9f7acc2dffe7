package org.dynlab.analysis.staircase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A signal cut into segments, each a constant or a straight line in the step, so that Σ RSS/v + 3
 * ln n for every constant and 4 ln n for every line is least; n points, v the noise's long-run
 * variance. 3 and 4 are the numbers of parameters with the place of the cut, each at ln n: that is
 * BIC with the price doubled. Segments have at least {@value #FEWEST} points. Optimal partitioning
 * (Jackson et al. 2005, doi:10.1109/LSP.2001.838216), O(n²).
 */
final class Partition {
  static final int FEWEST = 3;
  private static final double CONSTANT = 3;
  private static final double LINE = 4;

  private final Signal signal;
  private final double origin;
  private final double length;
  private final double constantPrice;
  private final double linePrice;
  private final double perSquare;
  private final double[] sumX;
  private final double[] sumY;
  private final double[] sumXx;
  private final double[] sumXy;
  private final double[] sumYy;

  private Partition(Signal signal) {
    this.signal = signal;
    int n = signal.size();
    this.origin = signal.steps[0];
    this.length = signal.steps[n - 1] - origin;
    this.constantPrice = CONSTANT * Math.log(n);
    this.linePrice = LINE * Math.log(n);
    this.perSquare = 1 / signal.noise.longRunVariance();
    this.sumX = running(this::x);
    this.sumY = running(this::y);
    this.sumXx = running(i -> x(i) * x(i));
    this.sumXy = running(i -> x(i) * y(i));
    this.sumYy = running(i -> y(i) * y(i));
  }

  private double[] running(IntToDoubleFunction term) {
    double[] sums = new double[signal.size() + 1];
    for (int i = 0; i < signal.size(); i++) {
      sums[i + 1] = sums[i] + term.applyAsDouble(i);
    }
    return sums;
  }

  private double y(int i) {
    return signal.values[i] - signal.values[0];
  }

  private double x(int i) {
    return (signal.steps[i] - origin) / length;
  }

  /**
   * One segment of points first to last, both included.
   *
   * @param start its fitted value at the first
   * @param end its fitted value at the last
   */
  record Segment(int first, int last, double start, double end) {}

  /** The segments of a signal of at least {@value #FEWEST} points, in their order. */
  static List<Segment> of(Signal signal) {
    return new Partition(signal).segments();
  }

  private List<Segment> segments() {
    int n = signal.size();
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    for (int to = 1; to <= n; to++) {
      best[to] = Double.POSITIVE_INFINITY;
      for (int cut = 0; cut <= to - FEWEST; cut++) {
        double cost = best[cut] + cost(cut, to);
        if (cost < best[to]) {
          best[to] = cost;
          from[to] = cut;
        }
      }
    }
    List<Segment> segments = new ArrayList<>();
    for (int to = n; to > 0; to = from[to]) {
      segments.add(segment(from[to], to));
    }
    Collections.reverse(segments);
    return segments;
  }

  /** Of points from (included) to to (not included), the cheaper of constant and line. */
  private double cost(int from, int to) {
    double n = to - from;
    double x = sumX[to] - sumX[from];
    double y = sumY[to] - sumY[from];
    double aroundMean = sumYy[to] - sumYy[from] - y * y / n;
    double product = sumXy[to] - sumXy[from] - x * y / n;
    double aroundLine = aroundMean - product * product / (sumXx[to] - sumXx[from] - x * x / n);
    return Math.min(
        constantPrice + Math.max(0, aroundMean) * perSquare,
        linePrice + Math.max(0, aroundLine) * perSquare);
  }

  private Segment segment(int from, int to) {
    double n = to - from;
    double x = sumX[to] - sumX[from];
    double y = sumY[to] - sumY[from];
    double mean = signal.values[0] + y / n;
    double aroundMean = Math.max(0, sumYy[to] - sumYy[from] - y * y / n);
    if (constantPrice + aroundMean * perSquare <= cost(from, to)) {
      return new Segment(from, to - 1, mean, mean);
    }
    double slope = (sumXy[to] - sumXy[from] - x * y / n) / (sumXx[to] - sumXx[from] - x * x / n);
    return new Segment(
        from, to - 1, mean + slope * (x(from) - x / n), mean + slope * (x(to - 1) - x / n));
  }
}

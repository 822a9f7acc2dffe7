package org.dynlab.analysis.staircase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
  private final double[][] sums;
  private final double origin;
  private final double length;

  private Partition(Signal signal) {
    this.signal = signal;
    int n = signal.size();
    this.origin = signal.steps[0];
    this.length = signal.steps[n - 1] - origin;
    this.sums = new double[5][n + 1];
    for (int i = 0; i < n; i++) {
      double x = x(i);
      double y = signal.values[i] - signal.values[0];
      double[] terms = {x, y, x * x, x * y, y * y};
      for (int k = 0; k < terms.length; k++) {
        sums[k][i + 1] = sums[k][i] + terms[k];
      }
    }
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
        double cost = best[cut] + Math.min(constantCost(cut, to), lineCost(cut, to));
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

  private double sum(int k, int from, int to) {
    return sums[k][to] - sums[k][from];
  }

  /** Σ (y − ȳ)². */
  private double aroundMean(int from, int to) {
    double y = sum(1, from, to);
    return Math.max(0, sum(4, from, to) - y * y / (to - from));
  }

  private double squareX(int from, int to) {
    double x = sum(0, from, to);
    return sum(2, from, to) - x * x / (to - from);
  }

  private double product(int from, int to) {
    return sum(3, from, to) - sum(0, from, to) * sum(1, from, to) / (to - from);
  }

  private double constantCost(int from, int to) {
    return aroundMean(from, to) / signal.noise.longRunVariance() + CONSTANT * penalty();
  }

  private double lineCost(int from, int to) {
    double product = product(from, to);
    double rest = aroundMean(from, to) - product * product / squareX(from, to);
    return Math.max(0, rest) / signal.noise.longRunVariance() + LINE * penalty();
  }

  private double penalty() {
    return Math.log(signal.size());
  }

  private Segment segment(int from, int to) {
    double mean = signal.values[0] + sum(1, from, to) / (to - from);
    if (constantCost(from, to) <= lineCost(from, to)) {
      return new Segment(from, to - 1, mean, mean);
    }
    double slope = product(from, to) / squareX(from, to);
    double middle = sum(0, from, to) / (to - from);
    return new Segment(
        from, to - 1, mean + slope * (x(from) - middle), mean + slope * (x(to - 1) - middle));
  }
}

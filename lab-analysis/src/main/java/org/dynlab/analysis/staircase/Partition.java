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

  /** How many points come before one, as it is needed in {@link #costs}. */
  private final double[] places;

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
    this.places = running(i -> 1);
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
    double[] constants = new double[n + 1];
    double[] lines = new double[n + 1];
    for (int to = 1; to <= n; to++) {
      int cuts = Math.max(0, to - FEWEST + 1);
      costs(to, cuts, constants, lines);
      double least = Double.POSITIVE_INFINITY;
      for (int cut = 0; cut < cuts; cut++) {
        double before = best[cut];
        // Each is seldom less: two questions whose answers the processor guesses.
        if (before + constants[cut] < least || before + lines[cut] < least) {
          least = before + Math.min(constants[cut], lines[cut]);
          from[to] = cut;
        }
      }
      best[to] = least;
    }
    List<Segment> segments = new ArrayList<>();
    for (int to = n; to > 0; to = from[to]) {
      segments.add(segment(from[to], to));
    }
    Collections.reverse(segments);
    return segments;
  }

  /**
   * What a constant and a line cost for points cut (included) to to (not included), for the first
   * cuts. The innermost of the search: kept to what the compiler makes vector instructions of,
   * which a maximum is not; 0.5·(a + |a|) is max(0, a) to the last bit.
   */
  private void costs(int to, int cuts, double[] constants, double[] lines) {
    double[] inY = sumY;
    double[] inX = sumX;
    double[] inYy = sumYy;
    double[] inXy = sumXy;
    double[] inXx = sumXx;
    double[] before = places;
    double halfPerSquare = 0.5 * perSquare;
    double ofConstant = constantPrice;
    double ofLine = linePrice;
    double place = before[to];
    double upToX = inX[to];
    double upToY = inY[to];
    double upToXx = inXx[to];
    double upToXy = inXy[to];
    double upToYy = inYy[to];
    for (int cut = 0; cut < cuts; cut++) {
      double perPoint = 1 / (place - before[cut]);
      double x = upToX - inX[cut];
      double y = upToY - inY[cut];
      double aroundMean = upToYy - inYy[cut] - y * y * perPoint;
      double product = upToXy - inXy[cut] - x * y * perPoint;
      double aroundLine = aroundMean - product * product / (upToXx - inXx[cut] - x * x * perPoint);
      constants[cut] = ofConstant + (aroundMean + Math.abs(aroundMean)) * halfPerSquare;
      lines[cut] = ofLine + (aroundLine + Math.abs(aroundLine)) * halfPerSquare;
    }
  }

  private Segment segment(int from, int to) {
    double n = to - from;
    double x = sumX[to] - sumX[from];
    double y = sumY[to] - sumY[from];
    double mean = signal.values[0] + y / n;
    double aroundMean = Math.max(0, sumYy[to] - sumYy[from] - y * y / n);
    double product = sumXy[to] - sumXy[from] - x * y / n;
    double aroundLine = aroundMean - product * product / (sumXx[to] - sumXx[from] - x * x / n);
    double line = linePrice + Math.max(0, aroundLine) * perSquare;
    if (constantPrice + aroundMean * perSquare <= line) {
      return new Segment(from, to - 1, mean, mean);
    }
    double slope = (sumXy[to] - sumXy[from] - x * y / n) / (sumXx[to] - sumXx[from] - x * x / n);
    return new Segment(
        from, to - 1, mean + slope * (x(from) - x / n), mean + slope * (x(to - 1) - x / n));
  }
}

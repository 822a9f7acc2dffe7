package org.dynlab.analysis.curve;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.dynlab.analysis.curve.MeanBand.Point;

/**
 * Points in arrays, each made into an object when somebody asks for it: a long run has more steps
 * than there is room for objects.
 */
final class PointTable extends AbstractList<Point> implements RandomAccess {
  private final long[] steps;
  private final double[] means;
  private final double[] lows;
  private final double[] highs;
  private final int[] counts;
  private int size;

  /** Room for so many points. */
  PointTable(int most) {
    steps = new long[most];
    means = new double[most];
    lows = new double[most];
    highs = new double[most];
    counts = new int[most];
  }

  /** Puts a point behind the others. */
  void append(Point point) {
    steps[size] = point.step();
    means[size] = point.mean();
    lows[size] = point.low();
    highs[size] = point.high();
    counts[size++] = point.n();
  }

  @Override
  public Point get(int i) {
    return new Point(steps[i], means[i], lows[i], highs[i], counts[i]);
  }

  @Override
  public int size() {
    return size;
  }
}

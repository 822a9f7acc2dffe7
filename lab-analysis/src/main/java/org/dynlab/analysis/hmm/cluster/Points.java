package org.dynlab.analysis.hmm.cluster;

import org.dynlab.analysis.hmm.data.Sequences;

/** All rows of sequences, centred, one after the other. Immutable; threads may share it. */
public final class Points {
  private final int width;
  private final int count;
  private final double[] center;
  private final double[] cells;

  private Points(Sequences sequences) {
    width = sequences.width();
    count = sequences.rows();
    cells = sequences.stacked();
    center = new double[width];
    for (int i = 0; i < cells.length; i++) {
      center[i % width] += cells[i] / count;
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] -= center[i % width];
    }
  }

  /** The rows of these sequences. */
  public static Points of(Sequences sequences) {
    return new Points(sequences);
  }

  /** Number of points, n. */
  public int count() {
    return count;
  }

  /** Number of columns, d. */
  public int width() {
    return width;
  }

  /** What was subtracted from a column. */
  public double center(int column) {
    return center[column];
  }

  /** A centred cell. */
  double cell(int point, int column) {
    return cells[point * width + column];
  }

  /** Squared distance of a point from the place that begins there, in centred coordinates. */
  double squaredDistance(int point, double[] places, int begin) {
    double sum = 0;
    int at = point * width;
    for (int j = 0; j < width; j++) {
      double difference = cells[at + j] - places[begin + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** Mean over the columns of their population variances. */
  double meanVariance() {
    double sum = 0;
    for (double cell : cells) {
      sum += cell * cell;
    }
    return sum / count / width;
  }

  /** The sample covariances of the columns, divided by n − 1; zeros for a single point. */
  public double[] covariance() {
    double[] matrix = new double[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int point = 0; point < count; point++) {
          sum += cell(point, i) * cell(point, j);
        }
        matrix[i * width + j] = count == 1 ? 0 : sum / (count - 1);
        matrix[j * width + i] = matrix[i * width + j];
      }
    }
    return matrix;
  }
}

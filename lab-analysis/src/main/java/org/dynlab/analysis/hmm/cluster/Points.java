package org.dynlab.analysis.hmm.cluster;

import java.util.Arrays;
import org.dynlab.analysis.hmm.data.Sequences;

/**
 * All rows of sequences, centred, one after the other, in blocks of {@value #BLOCK} of which each
 * column is an array of its own, so that distances of a whole block take vector instructions.
 * Immutable; threads may share it.
 */
public final class Points {
  /** Points of a block, of which the last one may be padded with zeros. */
  static final int BLOCK = 128;

  private final int width;
  private final int count;
  private final double[] center;
  private final double[][] columns;
  private final double[] covariance;

  private Points(Sequences sequences) {
    width = sequences.width();
    count = sequences.rows();
    double[] cells = sequences.stacked();
    center = new double[width];
    for (int i = 0; i < cells.length; i++) {
      center[i % width] += cells[i] / count;
    }
    columns = new double[blocks() * width][BLOCK];
    for (int i = 0; i < cells.length; i++) {
      int point = i / width;
      columns[point / BLOCK * width + i % width][point % BLOCK] = cells[i] - center[i % width];
    }
    covariance = covariances();
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

  /** Number of blocks. */
  int blocks() {
    return (count + BLOCK - 1) / BLOCK;
  }

  /** A centred cell. */
  double cell(int point, int column) {
    return columns[point / BLOCK * width + column][point % BLOCK];
  }

  /**
   * Squared distances of a block's points from the place that begins there, centred as they are.
   */
  void squaredDistances(int block, double[] places, int begin, double[] into) {
    subtractAndSquare(columns[block * width], places[begin], into);
    for (int j = 1; j < width; j++) {
      addSquares(columns[block * width + j], places[begin + j], into);
    }
  }

  private static void subtractAndSquare(double[] cells, double place, double[] into) {
    for (int r = 0; r < into.length; r++) {
      double difference = cells[r] - place;
      into[r] = difference * difference;
    }
  }

  private static void addSquares(double[] cells, double place, double[] into) {
    for (int r = 0; r < into.length; r++) {
      double difference = cells[r] - place;
      into[r] += difference * difference;
    }
  }

  /** The centred column of a block, not to be written to. */
  double[] column(int block, int column) {
    return columns[block * width + column];
  }

  /** Mean over the columns of their population variances. */
  double meanVariance() {
    double sum = 0;
    for (double[] column : columns) {
      for (double cell : column) {
        sum += cell * cell;
      }
    }
    return sum / count / width;
  }

  /** The sample covariances of the columns, divided by n − 1; zeros for a single point. A copy. */
  public double[] covariance() {
    return covariance.clone();
  }

  private double[] covariances() {
    double[] matrix = new double[width * width];
    double[] lanes = new double[BLOCK];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        Arrays.fill(lanes, 0);
        for (int block = 0; block < blocks(); block++) {
          addProducts(column(block, i), column(block, j), lanes);
        }
        double sum = 0;
        for (double lane : lanes) {
          sum += lane;
        }
        matrix[i * width + j] = count == 1 ? 0 : sum / (count - 1);
        matrix[j * width + i] = matrix[i * width + j];
      }
    }
    return matrix;
  }

  private static void addProducts(double[] a, double[] b, double[] lanes) {
    for (int r = 0; r < lanes.length; r++) {
      lanes[r] += a[r] * b[r];
    }
  }
}

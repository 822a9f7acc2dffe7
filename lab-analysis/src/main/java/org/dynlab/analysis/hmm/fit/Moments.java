package org.dynlab.analysis.hmm.fit;

import java.util.Arrays;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.model.Covariances;

/**
 * The weights, weighted sums and weighted second moments of centred rows in each state. Of a matrix
 * only the lower triangle is summed. Sums are kept in {@link Frames#LANES} lanes, one for each row
 * modulo that number, so that the inner loops run over neighbouring rows and have no sum that waits
 * for itself; blocks of rows without any weight in a state are skipped.
 */
final class Moments {
  private static final int LANES = Frames.LANES;
  private static final int GROUPS = Frames.BLOCK / LANES;

  private final Covariances kind;
  private final int width;
  private final int each;
  private final double[][] lanes;
  private final double[][] sums;
  private final double[] weighted = new double[Frames.BLOCK];
  private final int[] groups = new int[GROUPS];

  Moments(Covariances kind, int states, int width) {
    this.kind = kind;
    this.width = width;
    this.each =
        1
            + width
            + switch (kind) {
              case FULL -> width * (width + 1) / 2;
              case TIED -> 0;
              case DIAGONAL, SPHERICAL -> width;
            };
    lanes = new double[states][each * LANES];
    sums = new double[states][each];
  }

  void clear() {
    for (double[] state : lanes) {
      Arrays.fill(state, 0);
    }
  }

  /** Adds a sequence with the weights of {@link org.dynlab.analysis.hmm.model.Smoother}. */
  void add(Frames frames, int sequence, double[] weights) {
    int length = frames.length(sequence);
    int stride = Frames.padded(length);
    for (int first = 0; first < length; first += Frames.BLOCK) {
      int rows = Frames.blockRows(length, first);
      for (int k = 0; k < lanes.length; k++) {
        int used = usedGroups(weights, k * stride + first, rows);
        if (used > 0) {
          addBlock(
              k, frames.cells(sequence), first * width, rows, weights, k * stride + first, used);
        }
      }
    }
  }

  /** Fills {@link #groups} with the beginnings of those with any weight. */
  private int usedGroups(double[] weights, int begin, int rows) {
    int used = 0;
    for (int group = 0; group < rows; group += LANES) {
      double most = 0;
      for (int r = 0; r < LANES; r++) {
        most = Math.max(most, weights[begin + group + r]);
      }
      if (most > 0) {
        groups[used++] = group;
      }
    }
    return used;
  }

  private void addBlock(
      int k, double[] cells, int begin, int rows, double[] weights, int from, int used) {
    double[] sum = lanes[k];
    addLanes(sum, 0, weights, from, used);
    int pair = 1 + width;
    for (int i = 0; i < width; i++) {
      int column = begin + i * rows;
      for (int g = 0; g < used; g++) {
        weigh(weights, from + groups[g], cells, column + groups[g], groups[g]);
      }
      addLanes(sum, (1 + i) * LANES, weighted, 0, used);
      int j = kind == Covariances.FULL ? 0 : i;
      for (; kind != Covariances.TIED && j <= i; j++) {
        addProducts(sum, pair++ * LANES, cells, begin + j * rows, used);
      }
    }
  }

  private void weigh(double[] weights, int from, double[] cells, int column, int to) {
    double[] w = weighted;
    for (int r = 0; r < LANES; r++) {
      w[to + r] = weights[from + r] * cells[column + r];
    }
  }

  private void addLanes(double[] sum, int to, double[] values, int from, int used) {
    for (int g = 0; g < used; g++) {
      int at = from + groups[g];
      for (int r = 0; r < LANES; r++) {
        sum[to + r] += values[at + r];
      }
    }
  }

  private void addProducts(double[] sum, int to, double[] cells, int column, int used) {
    if (used == GROUPS) {
      addFour(sum, to, cells, column);
      return;
    }
    double[] w = weighted;
    for (int g = 0; g < used; g++) {
      int at = groups[g];
      int x = column + at;
      for (int r = 0; r < LANES; r++) {
        sum[to + r] += w[at + r] * cells[x + r];
      }
    }
  }

  private void addFour(double[] sum, int to, double[] cells, int column) {
    double[] w = weighted;
    for (int r = 0; r < LANES; r++) {
      sum[to + r] +=
          w[r] * cells[column + r]
              + w[LANES + r] * cells[column + LANES + r]
              + w[2 * LANES + r] * cells[column + 2 * LANES + r]
              + w[3 * LANES + r] * cells[column + 3 * LANES + r];
    }
  }

  /** Adds up the lanes; to be called after the last sequence. */
  void total() {
    for (int k = 0; k < lanes.length; k++) {
      for (int i = 0; i < each; i++) {
        double sum = 0;
        for (int r = 0; r < LANES; r++) {
          sum += lanes[k][i * LANES + r];
        }
        sums[k][i] = sum;
      }
    }
  }

  /** Sum of the weights of a state. */
  double weight(int state) {
    return sums[state][0];
  }

  /** Weighted sum of a column. */
  double first(int state, int column) {
    return sums[state][1 + column];
  }

  /** Weighted sum of squares of a column; not for tied covariances. */
  double square(int state, int column) {
    return kind == Covariances.FULL
        ? second(state, column, column)
        : sums[state][1 + width + column];
  }

  /** Weighted sum of products of columns i and j ≤ i; only for full covariances. */
  double second(int state, int i, int j) {
    return sums[state][1 + width + i * (i + 1) / 2 + j];
  }
}

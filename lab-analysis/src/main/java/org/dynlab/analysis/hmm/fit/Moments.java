package org.dynlab.analysis.hmm.fit;

import java.util.Arrays;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.StateRows;

/**
 * The weights, weighted sums and weighted second moments of centred rows in each state. Of a matrix
 * only the lower triangle is summed. Each sum is kept in {@link Frames#BLOCK} lanes, one for each
 * row of a block, so that no addition waits for the one before; blocks without any weight in a
 * state are skipped.
 */
final class Moments {
  private static final int TOGETHER = 3;

  private final Covariances kind;
  private final int width;
  private final int each;
  private final double[][][] lanes;
  private final double[][] sums;
  private final double[][] weights = new double[TOGETHER][];
  private final double[][] weighted = new double[TOGETHER][Frames.BLOCK];
  private final int[] blocks = new int[TOGETHER];

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
    lanes = new double[states][each][Frames.BLOCK];
    sums = new double[states][each];
  }

  void clear() {
    for (double[][] state : lanes) {
      for (double[] sum : state) {
        Arrays.fill(sum, 0);
      }
    }
  }

  /** Adds a sequence with its weights by state, zeros behind its last row. */
  void add(Frames frames, int sequence, StateRows smoothed) {
    int count = Frames.padded(frames.length(sequence)) / Frames.BLOCK;
    for (int k = 0; k < lanes.length; k++) {
      int waiting = 0;
      for (int block = 0; block < count; block++) {
        double[] shares = smoothed.block(block, k);
        if (any(shares)) {
          weights[waiting] = shares;
          blocks[waiting++] = block;
        }
        if (waiting == TOGETHER) {
          addBlocks(lanes[k], frames, sequence, waiting);
          waiting = 0;
        }
      }
      addBlocks(lanes[k], frames, sequence, waiting);
    }
  }

  private static boolean any(double[] shares) {
    for (double share : shares) {
      if (share > 0) {
        return true;
      }
    }
    return false;
  }

  private void addBlocks(double[][] sum, Frames frames, int sequence, int used) {
    for (int b = 0; b < used; b++) {
      addOnes(sum[0], weights[b]);
    }
    int pair = 1 + width;
    for (int i = 0; i < width && used > 0; i++) {
      for (int b = 0; b < used; b++) {
        multiply(weights[b], frames.column(sequence, blocks[b], i), weighted[b]);
        addOnes(sum[1 + i], weighted[b]);
      }
      for (int j = kind == Covariances.FULL ? 0 : i; kind != Covariances.TIED && j <= i; j++) {
        addProducts(sum[pair++], frames, sequence, j, used);
      }
    }
  }

  private void addProducts(double[] sum, Frames frames, int sequence, int j, int used) {
    if (used == TOGETHER) {
      double[] a = frames.column(sequence, blocks[0], j);
      double[] b = frames.column(sequence, blocks[1], j);
      addThree(sum, a, b, frames.column(sequence, blocks[2], j));
    } else {
      for (int b = 0; b < used; b++) {
        addOne(sum, weighted[b], frames.column(sequence, blocks[b], j));
      }
    }
  }

  private void addThree(double[] sum, double[] a, double[] b, double[] c) {
    double[] wa = weighted[0];
    double[] wb = weighted[1];
    double[] wc = weighted[2];
    for (int r = 0; r < sum.length; r++) {
      sum[r] += wa[r] * a[r] + wb[r] * b[r] + wc[r] * c[r];
    }
  }

  private static void addOne(double[] sum, double[] w, double[] cells) {
    for (int r = 0; r < sum.length; r++) {
      sum[r] += w[r] * cells[r];
    }
  }

  private static void addOnes(double[] sum, double[] values) {
    for (int r = 0; r < sum.length; r++) {
      sum[r] += values[r];
    }
  }

  private static void multiply(double[] w, double[] cells, double[] product) {
    for (int r = 0; r < product.length; r++) {
      product[r] = w[r] * cells[r];
    }
  }

  /** Adds up the lanes; to be called after the last sequence. */
  void total() {
    for (int k = 0; k < lanes.length; k++) {
      for (int i = 0; i < each; i++) {
        sums[k][i] = 0;
        for (double lane : lanes[k][i]) {
          sums[k][i] += lane;
        }
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

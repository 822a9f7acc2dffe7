package org.dynlab.analysis.hmm.model;

import java.util.Arrays;
import org.dynlab.analysis.hmm.data.Frames;

/**
 * Σ_t a_i(t)·b_j(t) over rows for all pairs of states. Rows are gathered into blocks first, as
 * products of whole arrays take vector instructions and those of a single row's few states do not.
 */
final class PassageSums {
  private final int states;
  private final double[][] from;
  private final double[][] to;
  private final double[][] lanes;
  private int row;

  PassageSums(int states) {
    this.states = states;
    from = new double[states][Frames.BLOCK];
    to = new double[states][Frames.BLOCK];
    lanes = new double[states * states][Frames.BLOCK];
  }

  void clear() {
    row = 0;
    for (double[] lane : lanes) {
      Arrays.fill(lane, 0);
    }
  }

  /** Both factors of a state in the current row. */
  void set(int state, double a, double b) {
    from[state][row] = a;
    to[state][row] = b;
  }

  /** Ends the current row. */
  void next() {
    row++;
    if (row == Frames.BLOCK) {
      addBlock();
    }
  }

  private void addBlock() {
    for (int i = 0; i < states; i++) {
      for (int j = 0; j < states; j++) {
        addProducts(from[i], to[j], lanes[i * states + j]);
      }
    }
    row = 0;
  }

  private static void addProducts(double[] a, double[] b, double[] sum) {
    for (int r = 0; r < sum.length; r++) {
      sum[r] += a[r] * b[r];
    }
  }

  /** Writes the sums over all rows, those of a pair i, j at i·K + j. */
  void total(double[] sums) {
    for (int i = 0; i < states; i++) {
      Arrays.fill(from[i], row, Frames.BLOCK, 0);
      Arrays.fill(to[i], row, Frames.BLOCK, 0);
    }
    addBlock();
    for (int pair = 0; pair < sums.length; pair++) {
      sums[pair] = sum(lanes[pair]);
    }
  }

  /** In four sums at once, as each addition waits for the one before. */
  private static double sum(double[] lane) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int r = 0; r < Frames.BLOCK; r += 4) {
      a += lane[r];
      b += lane[r + 1];
      c += lane[r + 2];
      d += lane[r + 3];
    }
    return a + b + (c + d);
  }
}

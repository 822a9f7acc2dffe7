package org.dynlab.analysis.hmm.model;

import org.dynlab.analysis.hmm.data.Frames;

/**
 * ln N(z; μ_k, Σ_k) of whole blocks of rows: −½(d ln 2π + ln det Σ + ‖L⁻¹(z − μ)‖²) by forward
 * substitution, d(d+1)/2 multiplications for a row and a state. Not for several threads at once.
 */
final class LogDensity {
  private static final int TILE = 4;

  private final boolean matrices;
  private final int width;
  private final double[] means;
  private final double[] lower;
  private final double[] inverseDiagonal;
  private final double[] logScale;
  private final double[] solved;

  /** For rows that were centred as those of the frames. */
  LogDensity(GaussianHmm model, Precisions precisions, Frames frames) {
    this.width = model.width();
    this.matrices = model.kind().matrices();
    int states = model.states();
    means = new double[states * width];
    inverseDiagonal = new double[states * width];
    lower = new double[matrices ? states * width * width : 0];
    logScale = new double[states];
    solved = new double[Frames.BLOCK * width];
    for (int k = 0; k < states; k++) {
      logScale[k] = precisions.logScale(k);
      for (int i = 0; i < width; i++) {
        means[k * width + i] = model.mean(k, i) - frames.center(i);
        inverseDiagonal[k * width + i] =
            matrices
                ? 1 / precisions.factor(k).lower(i, i)
                : 1 / Math.sqrt(precisions.variance(k, i));
        for (int j = 0; matrices && j < i; j++) {
          lower[(k * width + i) * width + j] = precisions.factor(k).lower(i, j);
        }
      }
    }
  }

  /**
   * The log densities of a block in one state.
   *
   * @param cells holds the block from {@code begin} on
   * @param rows of the block, padding included
   * @param out gets them from {@code at} on
   */
  void block(int state, double[] cells, int begin, int rows, double[] out, int at) {
    for (int r = 0; r < rows; r++) {
      out[at + r] = 0;
    }
    for (int i = 0; i < width; i++) {
      subtractMean(cells, begin + i * rows, i * rows, rows, means[state * width + i]);
      if (matrices) {
        substitute(i, rows, (state * width + i) * width);
      }
      addSquares(i * rows, rows, inverseDiagonal[state * width + i], out, at);
    }
    double scale = logScale[state];
    for (int r = 0; r < rows; r++) {
      out[at + r] = -0.5 * (scale + out[at + r]);
    }
  }

  private void subtractMean(double[] cells, int from, int to, int rows, double mean) {
    double[] y = solved;
    for (int r = 0; r < rows; r++) {
      y[to + r] = cells[from + r] - mean;
    }
  }

  /** y_i −= the sum of L_ij·y_j over earlier j. */
  private void substitute(int i, int rows, int factor) {
    int j = 0;
    for (; j + TILE <= i; j += TILE) {
      subtractFour(i * rows, j * rows, rows, factor + j);
    }
    for (; j < i; j++) {
      subtractOne(i * rows, j * rows, rows, lower[factor + j]);
    }
  }

  private void subtractFour(int to, int from, int rows, int factor) {
    double[] y = solved;
    double a = lower[factor];
    double b = lower[factor + 1];
    double c = lower[factor + 2];
    double d = lower[factor + 3];
    int second = from + rows;
    int third = second + rows;
    int fourth = third + rows;
    for (int r = 0; r < rows; r++) {
      y[to + r] -= a * y[from + r] + b * y[second + r] + c * y[third + r] + d * y[fourth + r];
    }
  }

  private void subtractOne(int to, int from, int rows, double factor) {
    double[] y = solved;
    for (int r = 0; r < rows; r++) {
      y[to + r] -= factor * y[from + r];
    }
  }

  private void addSquares(int at, int rows, double inverse, double[] out, int to) {
    double[] y = solved;
    for (int r = 0; r < rows; r++) {
      double value = y[at + r] * inverse;
      y[at + r] = value;
      out[to + r] += value * value;
    }
  }
}

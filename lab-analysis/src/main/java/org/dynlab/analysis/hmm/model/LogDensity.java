package org.dynlab.analysis.hmm.model;

import java.util.Arrays;
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
  private final double[][] solved;
  private final Frames frames;

  /** For rows that were centred as those of the frames. */
  LogDensity(GaussianHmm model, Precisions precisions, Frames frames) {
    this.frames = frames;
    this.width = model.width();
    this.matrices = model.kind().matrices();
    int states = model.states();
    means = new double[states * width];
    inverseDiagonal = new double[states * width];
    lower = new double[matrices ? states * width * width : 0];
    logScale = new double[states];
    solved = new double[width][Frames.BLOCK];
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

  /** Writes the log densities of a block in one state; padding gets numbers too. */
  void block(int state, int sequence, int block, double[] squares) {
    Arrays.fill(squares, 0);
    for (int i = 0; i < width; i++) {
      double[] y = solved[i];
      subtractMean(frames.column(sequence, block, i), means[state * width + i], y);
      if (matrices) {
        substitute(i, (state * width + i) * width);
      }
      addSquares(y, inverseDiagonal[state * width + i], squares);
    }
    halve(logScale[state], squares);
  }

  private static void subtractMean(double[] cells, double mean, double[] y) {
    for (int r = 0; r < y.length; r++) {
      y[r] = cells[r] - mean;
    }
  }

  /** y_i −= the sum of L_ij·y_j over earlier j. */
  private void substitute(int i, int factor) {
    int j = 0;
    for (; j + TILE <= i; j += TILE) {
      subtractFour(j, factor + j, solved[i]);
    }
    if (i - j == 3) {
      subtractThree(j, factor + j, solved[i]);
    } else if (i - j == 2) {
      subtractTwo(j, factor + j, solved[i]);
    } else if (i - j == 1) {
      subtractOne(lower[factor + j], solved[j], solved[i]);
    }
  }

  private void subtractFour(int j, int factor, double[] y) {
    double[] ya = solved[j];
    double[] yb = solved[j + 1];
    double[] yc = solved[j + 2];
    double[] yd = solved[j + 3];
    double a = lower[factor];
    double b = lower[factor + 1];
    double c = lower[factor + 2];
    double d = lower[factor + 3];
    for (int r = 0; r < y.length; r++) {
      y[r] -= a * ya[r] + b * yb[r] + c * yc[r] + d * yd[r];
    }
  }

  private void subtractThree(int j, int factor, double[] y) {
    double[] ya = solved[j];
    double[] yb = solved[j + 1];
    double[] yc = solved[j + 2];
    double a = lower[factor];
    double b = lower[factor + 1];
    double c = lower[factor + 2];
    for (int r = 0; r < y.length; r++) {
      y[r] -= a * ya[r] + b * yb[r] + c * yc[r];
    }
  }

  private void subtractTwo(int j, int factor, double[] y) {
    double[] ya = solved[j];
    double[] yb = solved[j + 1];
    double a = lower[factor];
    double b = lower[factor + 1];
    for (int r = 0; r < y.length; r++) {
      y[r] -= a * ya[r] + b * yb[r];
    }
  }

  private static void subtractOne(double factor, double[] yj, double[] y) {
    for (int r = 0; r < y.length; r++) {
      y[r] -= factor * yj[r];
    }
  }

  private static void addSquares(double[] y, double inverse, double[] squares) {
    for (int r = 0; r < y.length; r++) {
      double value = y[r] * inverse;
      y[r] = value;
      squares[r] += value * value;
    }
  }

  private static void halve(double scale, double[] squares) {
    for (int r = 0; r < squares.length; r++) {
      squares[r] = -0.5 * (scale + squares[r]);
    }
  }
}

package org.dynlab.core.layer.jet;

import java.util.Arrays;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.task.ResidualTargets;
import org.dynlab.core.task.ResidualTargets.Term;

/**
 * The residuals of one batch with everything they are given at hand: L = Σ over terms of weight ·
 * mean over the term's rows of r², a term without rows counting nothing, and the adjoints ∂L/∂u of
 * every channel, both times n. Channels are stacked: entry c·n + i is channel c at point i.
 */
final class Residuals {
  private final Term[] termOfRow;
  private final double[] factorOfRow;
  private final double[][] known;
  private final double[] jet;
  private final double[] slopes;

  Residuals(ResidualTargets targets) {
    int n = targets.rows();
    jet = new double[targets.jet().channels()];
    slopes = new double[jet.length];
    termOfRow = new Term[n];
    factorOfRow = new double[n];
    known = new double[n][targets.known().width()];
    int[] rowsOfTerm = new int[targets.terms().size()];
    for (int i = 0; i < n; i++) {
      rowsOfTerm[targets.term(i)]++;
    }
    for (int i = 0; i < n; i++) {
      int row = i;
      termOfRow[i] = targets.terms().get(targets.term(i));
      factorOfRow[i] = n * termOfRow[i].weight() / rowsOfTerm[targets.term(i)];
      Arrays.setAll(known[i], j -> targets.known().value(row, j));
    }
  }

  /** Checks that there is a row for every channel of every point. */
  void check(int rows) {
    if (rows != known.length * jet.length) {
      throw new IllegalStateException(
          String.format(
              "JetOutput: %d points with %d channels need %d rows, got %d",
              known.length, jet.length, known.length * jet.length, rows));
    }
  }

  /** n · L. */
  LossSum sum(double[] channels) {
    double sum = 0;
    for (int i = 0; i < known.length; i++) {
      double r = at(i, i, known.length, channels);
      sum += factorOfRow[i] * r * r;
    }
    return new LossSum(sum, 0);
  }

  /** n · L, and channels ← its adjoints. */
  LossSum sumAndAdjoints(double[] channels) {
    return new LossSum(sumAndAdjoints(0, known.length, channels), 0);
  }

  /**
   * The share of {@code count} points from {@code first} on in n · L; channels are theirs alone.
   */
  double sumAndAdjoints(int first, int count, double[] channels) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double r = at(first + i, i, count, channels);
      double factor = factorOfRow[first + i];
      sum += factor * r * r;
      for (int c = 0; c < slopes.length; c++) {
        channels[c * count + i] = 2 * factor * r * slopes[c];
      }
    }
    return sum;
  }

  private double at(int row, int i, int count, double[] channels) {
    for (int c = 0; c < jet.length; c++) {
      jet[c] = channels[c * count + i];
    }
    Arrays.fill(slopes, 0);
    return termOfRow[row].residual().at(known[row], jet, slopes);
  }

  /** Adds the bias, which the values alone have. */
  void shiftValues(double bias, double[] channels) {
    for (int i = 0; i < known.length; i++) {
      channels[i] += bias;
    }
  }

  /** The gradient of that bias. */
  double valueSum(double[] adjoints) {
    double sum = 0;
    for (int i = 0; i < known.length; i++) {
      sum += adjoints[i];
    }
    return sum;
  }
}

package org.dynlab.analysis.hmm.fit;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.fit.Repair.Kind;
import org.dynlab.analysis.hmm.model.Cholesky;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.GaussianHmm;

/**
 * New parameters from expectations, with hmmlearn 0.3.3's priors: none for π, A and means; {@value
 * #PRIOR} is added to <em>every</em> entry of the weighted sums of squares and products around the
 * new means, those off the diagonal too. Probabilities that are 0 stay 0.
 */
final class Maximization {
  static final double PRIOR = 0.01;
  private static final double FEWEST_ROWS = 1e-5;

  private final GaussianHmm old;
  private final Expectation expected;
  private final Moments moments;
  private final Frames frames;
  private final int iteration;
  private final int states;
  private final int width;
  private final double[] centered;
  private final double[] covariances;
  private final List<Repair> repairs = new ArrayList<>();

  Maximization(GaussianHmm old, Expectation expected, Frames frames, int iteration) {
    this.old = old;
    this.expected = expected;
    this.moments = expected.moments();
    this.frames = frames;
    this.iteration = iteration;
    this.states = old.states();
    this.width = old.width();
    this.centered = new double[states * width];
    this.covariances = old.allCovariances();
  }

  /** What had to be repaired. */
  List<Repair> repairs() {
    return repairs;
  }

  GaussianHmm model() {
    for (int k = 0; k < states; k++) {
      moveMean(k);
    }
    switch (old.kind()) {
      case FULL -> full();
      case TIED -> tied();
      case DIAGONAL, SPHERICAL -> variances();
    }
    double[] means = centered.clone();
    for (int i = 0; i < means.length; i++) {
      means[i] += frames.center(i % width);
    }
    return GaussianHmm.of(old.kind(), start(), transitions(), means, covariances);
  }

  private double[] start() {
    double[] start = expected.start();
    double sum = 0;
    for (int k = 0; k < states; k++) {
      start[k] = old.start(k) == 0 ? 0 : start[k];
      sum += start[k];
    }
    for (int k = 0; k < states; k++) {
      start[k] /= sum;
    }
    return start;
  }

  private double[] transitions() {
    double[] transitions = expected.transitions();
    for (int i = 0; i < states; i++) {
      double sum = 0;
      for (int j = 0; j < states; j++) {
        int at = i * states + j;
        transitions[at] = old.transition(i, j) == 0 ? 0 : transitions[at];
        sum += transitions[at];
      }
      // A denormal sum leaves no digits for a quotient.
      boolean none = sum < Double.MIN_NORMAL;
      for (int j = 0; j < states; j++) {
        int at = i * states + j;
        transitions[at] = none ? old.transition(i, j) : transitions[at] / sum;
      }
      if (none) {
        repairs.add(new Repair(Kind.NO_TRANSITION, iteration, i));
      }
    }
    return transitions;
  }

  private void moveMean(int k) {
    boolean finite = moments.weight(k) >= Double.MIN_NORMAL;
    for (int i = 0; i < width; i++) {
      centered[k * width + i] = moments.first(k, i) / moments.weight(k);
    }
    if (!finite) {
      repairs.add(new Repair(Kind.DEAD_STATE, iteration, k));
      for (int i = 0; i < width; i++) {
        centered[k * width + i] = old.mean(k, i) - frames.center(i);
      }
    }
  }

  private boolean dead(int k) {
    return moments.weight(k) < Double.MIN_NORMAL;
  }

  private void full() {
    for (int k = 0; k < states; k++) {
      if (!dead(k)) {
        double[] matrix = new double[width * width];
        for (int i = 0; i < width; i++) {
          for (int j = 0; j <= i; j++) {
            double products = aroundMean(k, i, j, moments.second(k, i, j));
            matrix[i * width + j] = (PRIOR + products) / moments.weight(k);
            matrix[j * width + i] = matrix[i * width + j];
          }
        }
        keepIfUsable(matrix, k * width * width, k);
      }
    }
  }

  /** Σ P·(x − m)_i·(x − m)_j from Σ P·x_i·x_j. */
  private double aroundMean(int k, int i, int j, double second) {
    double mi = centered[k * width + i];
    double mj = centered[k * width + j];
    return second
        - moments.first(k, i) * mj
        - mi * moments.first(k, j)
        + moments.weight(k) * mi * mj;
  }

  private void tied() {
    double[] matrix = new double[width * width];
    double weight = 0;
    for (int k = 0; k < states; k++) {
      weight += moments.weight(k);
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double products = expected.products(i, j);
        for (int k = 0; k < states; k++) {
          products += aroundMean(k, i, j, 0);
        }
        matrix[i * width + j] = (PRIOR + products) / weight;
        matrix[j * width + i] = matrix[i * width + j];
      }
    }
    keepIfUsable(matrix, 0, -1);
  }

  private void keepIfUsable(double[] matrix, int begin, int state) {
    if (Cholesky.of(matrix, 0, width).isPresent()) {
      System.arraycopy(matrix, 0, covariances, begin, matrix.length);
    } else {
      repairs.add(new Repair(Kind.SINGULAR_COVARIANCE, iteration, state));
    }
  }

  private void variances() {
    for (int k = 0; k < states; k++) {
      if (dead(k)) {
        continue;
      }
      if (moments.weight(k) < FEWEST_ROWS) {
        repairs.add(new Repair(Kind.FEW_ROWS, iteration, k));
      }
      double rows = Math.max(moments.weight(k), FEWEST_ROWS);
      double sum = 0;
      for (int i = 0; i < width; i++) {
        double variance = (PRIOR + aroundMean(k, i, i, moments.square(k, i))) / rows;
        sum += variance;
        if (old.kind() == Covariances.DIAGONAL) {
          covariances[k * width + i] = variance;
        }
      }
      if (old.kind() == Covariances.SPHERICAL) {
        covariances[k] = sum / width;
      }
    }
  }
}

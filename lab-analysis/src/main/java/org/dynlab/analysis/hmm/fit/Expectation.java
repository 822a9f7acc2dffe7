package org.dynlab.analysis.hmm.fit;

import java.util.Arrays;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.model.Covariances;
import org.dynlab.analysis.hmm.model.Smoother;
import org.dynlab.analysis.hmm.model.StateRows;
import org.dynlab.store.problem.UserError;

/** What a model expects of all rows: starts, transitions, and moments of the states. */
final class Expectation {
  private final Frames frames;
  private final int states;
  private final Moments moments;
  private final double[] start;
  private final double[] transitions;
  private final double[] products;

  Expectation(Covariances kind, int states, Frames frames) {
    this.frames = frames;
    this.states = states;
    moments = new Moments(kind, states, frames.width());
    start = new double[states];
    transitions = new double[states * states];
    products = kind == Covariances.TIED ? allProducts() : new double[0];
  }

  /**
   * Σ x_i·x_j of all centred rows, whose weights sum to 1 over the states; padding adds nothing.
   */
  private double[] allProducts() {
    Moments whole = new Moments(Covariances.FULL, 1, frames.width());
    whole.clear();
    StateRows weights = new StateRows(1, frames.longest());
    weights.fill(1);
    for (int sequence = 0; sequence < frames.count(); sequence++) {
      whole.add(frames, sequence, weights);
    }
    whole.total();
    double[] all = new double[frames.width() * frames.width()];
    for (int i = 0; i < frames.width(); i++) {
      for (int j = 0; j <= i; j++) {
        all[i * frames.width() + j] = whole.second(0, i, j);
      }
    }
    return all;
  }

  /** Goes through all sequences; returns their log-likelihood, natural log. */
  double of(Smoother smoother) {
    moments.clear();
    Arrays.fill(start, 0);
    Arrays.fill(transitions, 0);
    double sum = 0;
    for (int sequence = 0; sequence < frames.count(); sequence++) {
      double likelihood = smoother.smooth(sequence);
      if (!Double.isFinite(likelihood)) {
        throw new UserError(
            "sequence " + sequence,
            "must be possible under the model",
            "log-likelihood " + likelihood,
            "are its numbers huge? fit z-scores");
      }
      sum += likelihood;
      for (int i = 0; i < states; i++) {
        start[i] += smoother.smoothed(0, i);
        for (int j = 0; j < states; j++) {
          transitions[i * states + j] += smoother.transitions(i, j);
        }
      }
      moments.add(frames, sequence, smoother.smoothed());
    }
    moments.total();
    return sum;
  }

  Moments moments() {
    return moments;
  }

  /** A copy of the expected numbers of sequences that begin in each state. */
  double[] start() {
    return start.clone();
  }

  /** A copy of the expected numbers of transitions, row by row. */
  double[] transitions() {
    return transitions.clone();
  }

  /** Σ x_i·x_j of all centred rows, j ≤ i; only for tied covariances. */
  double products(int i, int j) {
    return products[i * frames.width() + j];
  }
}

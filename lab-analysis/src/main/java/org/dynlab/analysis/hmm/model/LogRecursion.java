package org.dynlab.analysis.hmm.model;

import java.util.Arrays;

/**
 * Forward and backward recursions on logarithms, in the order of operations of hmmlearn 0.3.3: safe
 * for any finite or infinite log density, K² exponentials for a row and a direction.
 */
final class LogRecursion {
  private final int states;
  private final double[] logStart;
  private final double[] logTransitions;
  private final double[] forward;
  private final double[] next;
  private final double[] current;
  private final double[] terms;
  private final double[] logCounts;
  private double likelihood;

  LogRecursion(GaussianHmm model, int longest) {
    states = model.states();
    logStart = logs(model.startProbabilities());
    logTransitions = logs(model.transitionProbabilities());
    forward = new double[longest * states];
    next = new double[states];
    current = new double[states];
    terms = new double[states];
    logCounts = new double[states * states];
  }

  static double[] logs(double[] values) {
    Arrays.setAll(values, i -> Math.log(values[i]));
    return values;
  }

  /** Fills the filtered probabilities row by row, returns the log-likelihood. */
  double forward(StateRows logDensities, int length, double[] filtered) {
    for (int t = 0; t < length; t++) {
      for (int j = 0; j < states; j++) {
        double before = t == 0 ? logStart[j] : arriving(t, j);
        forward[t * states + j] = before + logDensities.get(t, j);
      }
      likelihood = logSumExp(forward, t * states, states);
      for (int j = 0; j < states; j++) {
        filtered[t * states + j] = Math.exp(forward[t * states + j] - likelihood);
      }
      normalize(filtered, t * states);
    }
    return likelihood;
  }

  private double arriving(int t, int j) {
    for (int i = 0; i < states; i++) {
      terms[i] = forward[(t - 1) * states + i] + logTransitions[i * states + j];
    }
    return logSumExp(terms, 0, states);
  }

  /** After {@link #forward}: fills the smoothed probabilities by state and the transitions. */
  void backward(StateRows logDensities, int length, StateRows smoothed, double[] transitions) {
    Arrays.fill(logCounts, Double.NEGATIVE_INFINITY);
    Arrays.fill(current, 0);
    smooth(length - 1, smoothed);
    for (int t = length - 2; t >= 0; t--) {
      System.arraycopy(current, 0, next, 0, states);
      for (int i = 0; i < states; i++) {
        for (int j = 0; j < states; j++) {
          terms[j] = logTransitions[i * states + j] + logDensities.get(t + 1, j) + next[j];
        }
        count(t, i);
        current[i] = logSumExp(terms, 0, states);
      }
      smooth(t, smoothed);
    }
    for (int c = 0; c < logCounts.length; c++) {
      transitions[c] = Math.exp(logCounts[c]);
    }
  }

  private void count(int t, int i) {
    for (int j = 0; j < states; j++) {
      double each = forward[t * states + i] + terms[j] - likelihood;
      logCounts[i * states + j] = logAdd(logCounts[i * states + j], each);
    }
  }

  private void smooth(int t, StateRows smoothed) {
    for (int k = 0; k < states; k++) {
      terms[k] = forward[t * states + k] + current[k];
    }
    double sum = logSumExp(terms, 0, states);
    for (int k = 0; k < states; k++) {
      terms[k] = Math.exp(terms[k] - sum);
    }
    normalize(terms, 0);
    for (int k = 0; k < states; k++) {
      smoothed.set(t, k, terms[k]);
    }
  }

  private void normalize(double[] values, int begin) {
    double sum = 0;
    for (int k = 0; k < states; k++) {
      sum += values[begin + k];
    }
    for (int k = 0; k < states; k++) {
      values[begin + k] /= sum;
    }
  }

  private static double logAdd(double a, double b) {
    double most = Math.max(a, b);
    return most == Double.NEGATIVE_INFINITY
        ? most
        : most + Math.log1p(Math.exp(Math.min(a, b) - most));
  }

  static double logSumExp(double[] values, int begin, int size) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = begin; i < begin + size; i++) {
      most = Math.max(most, values[i]);
    }
    if (most == Double.NEGATIVE_INFINITY) {
      return most;
    }
    double sum = 0;
    for (int i = begin; i < begin + size; i++) {
      sum += Math.exp(values[i] - most);
    }
    return most + Math.log(sum);
  }
}

package org.dynlab.analysis.hmm.model;

import java.util.Arrays;

/**
 * A hidden Markov model: state s₀ is drawn from π, s_{t+1} from row s_t of A, and row z_t of d
 * columns from a normal distribution with the mean and covariance of its state. Immutable.
 */
public final class GaussianHmm {
  private static final double ROUNDING = 1e-6;

  private final Covariances kind;
  private final int states;
  private final int width;
  private final double[] start;
  private final double[] transitions;
  private final double[] means;
  private final double[] covariances;

  private GaussianHmm(
      Covariances kind,
      double[] start,
      double[] transitions,
      double[] means,
      double[] covariances) {
    this.kind = kind;
    this.states = start.length;
    this.width = means.length / states;
    this.start = start;
    this.transitions = transitions;
    this.means = means;
    this.covariances = covariances;
  }

  /**
   * A model of K = {@code start.length} states; takes copies.
   *
   * @param start π, K probabilities
   * @param transitions A, row by row: {@code transitions[i·K + j]} is p(j | i); each row sums to 1
   * @param means {@code means[k·d + i]}
   * @param covariances by state, then by row and column: {@code covariances[k·d·d + i·d + j]} if
   *     full, {@code [k·d + i]} if diagonal, {@code [i·d + j]} if tied, {@code [k]} if spherical;
   *     of a matrix only the lower triangle counts
   */
  public static GaussianHmm of(
      Covariances kind,
      double[] start,
      double[] transitions,
      double[] means,
      double[] covariances) {
    int states = start.length;
    if (states == 0 || means.length == 0 || means.length % states != 0) {
      throw new IllegalArgumentException(states + " states, " + means.length + " means");
    }
    if (transitions.length != states * states
        || covariances.length != kind.size(states, means.length / states)) {
      throw new IllegalArgumentException(
          transitions.length + " transitions, " + covariances.length + " covariances");
    }
    requireDistribution("start", start, 0, states);
    for (int i = 0; i < states; i++) {
      requireDistribution("row " + i + " of transitions", transitions, i * states, states);
    }
    requireFinite("means", means);
    requireFinite("covariances", covariances);
    return new GaussianHmm(
        kind, start.clone(), transitions.clone(), means.clone(), covariances.clone());
  }

  private static void requireDistribution(String name, double[] values, int begin, int size) {
    double sum = 0;
    for (int i = begin; i < begin + size; i++) {
      if (!(values[i] >= 0)) {
        throw new IllegalArgumentException(name + " must be probabilities, got " + values[i]);
      }
      sum += values[i];
    }
    if (!(Math.abs(sum - 1) <= ROUNDING)) {
      throw new IllegalArgumentException(name + " must sum to 1, got " + sum);
    }
  }

  private static void requireFinite(String name, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(name + " must be finite, got " + value);
      }
    }
  }

  /** What its covariances are. */
  public Covariances kind() {
    return kind;
  }

  /** K. */
  public int states() {
    return states;
  }

  /** d. */
  public int width() {
    return width;
  }

  /** π of that state. */
  public double start(int state) {
    return start[state];
  }

  /** p(to | from). */
  public double transition(int from, int to) {
    return transitions[from * states + to];
  }

  /** Mean of a column in a state. */
  public double mean(int state, int column) {
    return means[state * width + column];
  }

  /** Covariance of two columns in a state; 0 off the diagonal unless there are matrices. */
  public double covariance(int state, int row, int column) {
    int i = Math.max(row, column);
    int j = Math.min(row, column);
    return switch (kind) {
      case FULL -> covariances[(state * width + i) * width + j];
      case TIED -> covariances[i * width + j];
      case DIAGONAL -> i == j ? covariances[state * width + i] : 0;
      case SPHERICAL -> i == j ? covariances[state] : 0;
    };
  }

  /** A copy of π. */
  public double[] startProbabilities() {
    return start.clone();
  }

  /** A copy of A, row by row. */
  public double[] transitionProbabilities() {
    return transitions.clone();
  }

  /** A copy of the means, state by state. */
  public double[] allMeans() {
    return means.clone();
  }

  /** A copy of the covariances in the order of {@link #of}. */
  public double[] allCovariances() {
    return covariances.clone();
  }

  /**
   * Number of free parameters: (K−1) + K(K−1) + K·d and those of the covariances. Probabilities
   * that are 0 count as well.
   */
  public int parameters() {
    return states - 1 + states * (states - 1) + states * width + kind.free(states, width);
  }

  /** The same model with other numbers for its states: new state k is old state order[k]. */
  public GaussianHmm reordered(int[] order) {
    double[] newStart = new double[states];
    double[] newTransitions = new double[states * states];
    for (int k = 0; k < states; k++) {
      newStart[k] = start[order[k]];
      for (int j = 0; j < states; j++) {
        newTransitions[k * states + j] = transitions[order[k] * states + order[j]];
      }
    }
    double[] newCovariances =
        kind == Covariances.TIED ? covariances : reordered(covariances, order);
    return of(kind, newStart, newTransitions, reordered(means, order), newCovariances);
  }

  private static double[] reordered(double[] values, int[] order) {
    int each = values.length / order.length;
    double[] others = new double[values.length];
    for (int k = 0; k < order.length; k++) {
      System.arraycopy(values, order[k] * each, others, k * each, each);
    }
    return others;
  }

  /** Equal if all parameters are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GaussianHmm model
        && kind == model.kind
        && Arrays.equals(start, model.start)
        && Arrays.equals(transitions, model.transitions)
        && Arrays.equals(means, model.means)
        && Arrays.equals(covariances, model.covariances);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(means) * 31 + Arrays.hashCode(covariances);
  }
}

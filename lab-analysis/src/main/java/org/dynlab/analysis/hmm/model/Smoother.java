package org.dynlab.analysis.hmm.model;

import org.dynlab.analysis.hmm.data.Frames;

/**
 * Forward and backward recursions of one model over frames: likelihood, filtered and smoothed
 * probabilities of the states, expected transitions.
 *
 * <p>It tries the {@link ScaledRecursion} first, which takes no logarithms, and falls back to the
 * {@link LogRecursion} for a sequence where that one cannot vouch for its numbers. Both agree to
 * 1e-12. Owns its arrays and allocates nothing while it works, but once for the first fallback; not
 * for several threads at once.
 */
public final class Smoother {
  private final Frames frames;
  private final int states;
  private final GaussianHmm model;
  private final Precisions precisions;
  private final LogDensity density;
  private final StateRows logDensities;
  private final double[] filtered;
  private final StateRows smoothed;
  private final double[] transitions;
  private final ScaledRecursion scaled;
  private LogRecursion exact;
  private int length;
  private int fallbacks;

  /** A smoother of that model for those frames. */
  public Smoother(GaussianHmm model, Frames frames) {
    this(model, frames, true);
  }

  /**
   * The same, with a choice.
   *
   * @param fast false for logarithms throughout
   */
  public Smoother(GaussianHmm model, Frames frames, boolean fast) {
    if (model.width() != frames.width()) {
      throw new IllegalArgumentException(model.width() + " columns, got " + frames.width());
    }
    this.frames = frames;
    this.states = model.states();
    this.model = model;
    this.precisions = Precisions.of(model);
    this.density = new LogDensity(model, precisions, frames);
    int longest = frames.longest();
    logDensities = new StateRows(states, longest);
    filtered = new double[states * longest];
    smoothed = new StateRows(states, longest);
    transitions = new double[states * states];
    scaled = fast ? new ScaledRecursion(model, longest) : null;
  }

  /**
   * Runs forward only: afterwards {@link #filtered} tells of that sequence.
   *
   * @return ln p(z₀..z_{T−1}), natural log; −∞ if no path of states is possible
   */
  public double filter(int sequence) {
    densities(sequence);
    double likelihood =
        scaled == null ? Double.NaN : scaled.forward(logDensities, length, filtered);
    if (Double.isNaN(likelihood)) {
      likelihood = fallback().forward(logDensities, length, filtered);
    }
    return likelihood;
  }

  /**
   * Runs forward and backward: afterwards {@link #filtered}, {@link #smoothed} and {@link
   * #transitions} tell of that sequence. If no path of states is possible they are not numbers.
   *
   * @return ln p(z₀..z_{T−1}), natural log
   */
  public double smooth(int sequence) {
    densities(sequence);
    double likelihood = Double.NaN;
    if (scaled != null) {
      likelihood = scaled.forward(logDensities, length, filtered);
      if (!Double.isNaN(likelihood) && !scaled.backward(length, filtered, smoothed, transitions)) {
        likelihood = Double.NaN;
      }
    }
    if (Double.isNaN(likelihood)) {
      likelihood = fallback().forward(logDensities, length, filtered);
      exact.backward(logDensities, length, smoothed, transitions);
    }
    smoothed.clearFrom(length);
    return likelihood;
  }

  private LogRecursion fallback() {
    fallbacks++;
    exact = exact == null ? new LogRecursion(model, frames.longest()) : exact;
    return exact;
  }

  private void densities(int sequence) {
    length = frames.length(sequence);
    for (int block = 0; block * Frames.BLOCK < length; block++) {
      for (int k = 0; k < states; k++) {
        density.block(k, sequence, block, logDensities.block(block, k));
      }
    }
  }

  /** p(s_t = state | z₀..z_t) of the sequence last told of. */
  public double filtered(int t, int state) {
    return filtered[t * states + state];
  }

  /** p(s_t = state | z₀..z_{T−1}) of the sequence last smoothed. */
  public double smoothed(int t, int state) {
    return smoothed.get(t, state);
  }

  /**
   * The same with zeros behind the last row; not to be written to, and another sequence's after the
   * next call.
   */
  public StateRows smoothed() {
    return smoothed;
  }

  /** Expected number of transitions of the sequence last smoothed. */
  public double transitions(int from, int to) {
    return transitions[from * states + to];
  }

  /** How many times it took logarithms. */
  public int fallbacks() {
    return fallbacks;
  }

  /** The inverse covariances it works with. */
  public Precisions precisions() {
    return precisions;
  }

  /** The log densities of the rows of a sequence. */
  StateRows logDensities(int sequence) {
    densities(sequence);
    return logDensities;
  }
}

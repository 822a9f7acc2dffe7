package org.dynlab.analysis.hmm.model;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;

/**
 * The probabilities of the states of one run: filtered, which know the rows so far, and smoothed,
 * which know all. Immutable. If no path of states is possible, they are not numbers.
 */
public final class Posteriors {
  private final int states;
  private final double logLikelihood;
  private final double[] filtered;
  private final double[] smoothed;

  private Posteriors(Smoother smoother, int sequence, int states, int length) {
    this.states = states;
    this.logLikelihood = smoother.smooth(sequence);
    this.filtered = new double[length * states];
    this.smoothed = new double[length * states];
    for (int t = 0; t < length; t++) {
      for (int k = 0; k < states; k++) {
        filtered[t * states + k] = smoother.filtered(t, k);
        smoothed[t * states + k] = smoother.smoothed(t, k);
      }
    }
  }

  /** One for each run. */
  public static List<Posteriors> of(GaussianHmm model, Sequences sequences) {
    Smoother smoother = new Smoother(model, Frames.of(sequences));
    List<Posteriors> all = new ArrayList<>();
    for (int run = 0; run < sequences.count(); run++) {
      all.add(new Posteriors(smoother, run, model.states(), sequences.length(run)));
    }
    return List.copyOf(all);
  }

  /** p(s_t = state | z₀..z_t). */
  public double filtered(int t, int state) {
    return filtered[t * states + state];
  }

  /** p(s_t = state | z₀..z_{T−1}). */
  public double smoothed(int t, int state) {
    return smoothed[t * states + state];
  }

  /** ln p(z₀..z_{T−1}), natural log; −∞ if no path of states is possible. */
  public double logLikelihood() {
    return logLikelihood;
  }
}

package org.dynlab.analysis.hmm.model;

import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.data.Sequences;

/**
 * How well a model tells given rows.
 *
 * @param logLikelihood sum over the sequences of ln p(z₀..z_{T−1}), natural log
 * @param parameters free parameters of the model, p
 * @param rows all rows, n
 */
public record Score(double logLikelihood, int parameters, int rows) {

  /** The score of a model on these sequences. */
  public static Score of(GaussianHmm model, Sequences sequences) {
    return of(model, Frames.of(sequences));
  }

  /** The score of a model on these frames. */
  public static Score of(GaussianHmm model, Frames frames) {
    Smoother smoother = new Smoother(model, frames);
    double sum = 0;
    for (int sequence = 0; sequence < frames.count(); sequence++) {
      sum += smoother.filter(sequence);
    }
    return new Score(sum, model.parameters(), frames.rows());
  }

  /** Akaike's criterion −2 ln L + 2p; smaller is better. */
  public double aic() {
    return -2 * logLikelihood + 2.0 * parameters;
  }

  /** The Bayesian criterion −2 ln L + p ln n with n the rows of all runs; smaller is better. */
  public double bic() {
    return -2 * logLikelihood + parameters * Math.log(rows);
  }
}

package org.dynlab.analysis.hmm.fit;

import java.util.List;
import org.dynlab.analysis.hmm.model.GaussianHmm;

/**
 * A fitted model and how it came about.
 *
 * @param model its parameters, one maximisation newer than the last likelihood
 * @param logLikelihoods of all rows, natural log, before each maximisation
 * @param objectives log-likelihood plus log prior of the covariances, which cannot fall; see {@link
 *     BaumWelch}
 * @param converged whether the likelihood rose by less than the tolerance, not merely the
 *     iterations ran out
 * @param repairs where a maximisation had no usable answer
 */
public record Fit(
    GaussianHmm model,
    List<Double> logLikelihoods,
    List<Double> objectives,
    boolean converged,
    List<Repair> repairs) {

  /** Copies the lists. */
  public Fit {
    logLikelihoods = List.copyOf(logLikelihoods);
    objectives = List.copyOf(objectives);
    repairs = List.copyOf(repairs);
  }

  /** Number of maximisations. */
  public int iterations() {
    return logLikelihoods.size();
  }
}

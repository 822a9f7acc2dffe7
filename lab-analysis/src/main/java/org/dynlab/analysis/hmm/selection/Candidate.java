package org.dynlab.analysis.hmm.selection;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dynlab.analysis.hmm.fit.Fit;
import org.dynlab.analysis.hmm.model.Score;

/**
 * A number of states and the fits that were tried with it.
 *
 * @param states K
 * @param starts from how many starts it was tried
 * @param restarts the fits that went to the end, at least one
 */
public record Candidate(int states, int starts, List<Restart> restarts) {

  /** Copies the list. */
  public Candidate {
    restarts = List.copyOf(restarts);
  }

  /**
   * One fit.
   *
   * @param seed of its start
   * @param validation its score on the held-out runs
   */
  public record Restart(long seed, Fit fit, Score validation) {}

  /** The fit with the largest likelihood of the held-out runs, the first of equals. */
  public Restart best() {
    return restarts.stream()
        .max(
            Comparator.comparingDouble((Restart r) -> r.validation().logLikelihood())
                .thenComparing(restarts::indexOf, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** Mean over restarts of the held-out log-likelihood, natural log. */
  public double meanLogLikelihood() {
    return mean(restart -> restart.validation().logLikelihood());
  }

  /** Its population standard deviation over restarts. */
  public double stdLogLikelihood() {
    double mean = meanLogLikelihood();
    return Math.sqrt(
        mean(
            restart -> {
              double deviation = restart.validation().logLikelihood() - mean;
              return deviation * deviation;
            }));
  }

  /** Mean over restarts of the held-out AIC. */
  public double meanAic() {
    return mean(restart -> restart.validation().aic());
  }

  /** Mean over restarts of the held-out BIC. */
  public double meanBic() {
    return mean(restart -> restart.validation().bic());
  }

  /** With only the fits that speak for the number of states. */
  public Candidate pooled(Pooling pooling) {
    return pooling == Pooling.MEAN ? this : new Candidate(states, starts, List.of(best()));
  }

  /** What the criterion says of it; smaller is better. */
  public double cost(Criterion criterion, Pooling pooling) {
    Candidate pooled = pooled(pooling);
    return switch (criterion) {
      case BIC -> pooled.meanBic();
      case AIC -> pooled.meanAic();
      case LIKELIHOOD -> -pooled.meanLogLikelihood();
    };
  }

  private double mean(ToDoubleFunction<Restart> value) {
    return restarts.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}

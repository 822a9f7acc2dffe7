package org.dynlab.analysis.hmm.fit;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.analysis.hmm.data.Frames;
import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Smoother;

/**
 * The Baum–Welch algorithm with the semantics of hmmlearn 0.3.3's {@code GaussianHMM.fit}: in each
 * iteration expectations under the current parameters, their log-likelihood L, then new parameters;
 * it ends after the given number of iterations, or when L of two neighbouring iterations rose by
 * less than the tolerance, a fall included.
 *
 * <p>Because of the prior of the covariances it is not L that cannot fall but the objective {@code
 * L − 0.005·Σ_k 1ᵀ·Σ_k⁻¹·1} (one term if tied, over the inverse variances if these are all there
 * is): 0.01 added to every entry of a sum of products is what maximises that. A fall of it by more
 * than {@code (1e-10 + 64·ε·κ)·(n·d + |L|)}, with ε = 2⁻⁵² and κ the condition number of the worst
 * covariance, is an error in the computation and thrown as an {@link ArithmeticException}; but not
 * while a covariance needs a ridge to have a density, nor after {@link Repair.Kind#FEW_ROWS}, where
 * the parameters are not the maximum. The other repairs keep the law.
 *
 * <p>O(n·K·(K + d²)) for an iteration with full covariances. The same rows and start give the same
 * bits.
 *
 * @param iterations at most, 0 for none
 * @param tolerance of the log-likelihood of all rows together, natural log
 * @param fast false for recursions on logarithms throughout
 */
public record BaumWelch(int iterations, double tolerance, boolean fast) {
  /** As in arXiv 2308.09543: 32 iterations, tolerance 0.01. */
  public static final BaumWelch STANDARD = new BaumWelch(32, 0.01, true);

  /** Fits a model to the frames, beginning from these parameters. */
  public Fit fit(GaussianHmm start, Frames frames) {
    return further(new Fit(start, List.of(), List.of(), false, List.of()), frames);
  }

  /** The same rules with another number of iterations. */
  public BaumWelch withIterations(int most) {
    return new BaumWelch(most, tolerance, fast);
  }

  /**
   * Goes on with a fit to the same frames that ended after fewer iterations: the result is that of
   * a fit without a pause. The first objective after the pause is not held against the one before.
   */
  public Fit further(Fit begun, Frames frames) {
    Expectation expectation = new Expectation(begun.model().kind(), begun.model().states(), frames);
    GaussianHmm model = begun.model();
    List<Double> likelihoods = new ArrayList<>(begun.logLikelihoods());
    List<Repair> repairs = new ArrayList<>(begun.repairs());
    Ascent ascent = new Ascent(frames, begun.objectives());
    boolean converged = begun.converged();
    while (likelihoods.size() < iterations && !converged) {
      int iteration = likelihoods.size() + 1;
      Smoother smoother = new Smoother(model, frames, fast);
      double likelihood = expectation.of(smoother);
      ascent.next(likelihood, smoother.precisions());
      converged = iteration > 1 && likelihood - likelihoods.get(iteration - 2) < tolerance;
      likelihoods.add(likelihood);
      Maximization maximization = new Maximization(model, expectation, frames, iteration);
      model = maximization.model();
      repairs.addAll(maximization.repairs());
      ascent.maximized(maximization.repairs());
    }
    return new Fit(model, likelihoods, ascent.objectives(), converged, repairs);
  }
}

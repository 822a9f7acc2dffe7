package org.dynlab.analysis.hmm.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The inverse covariances of a model's states. A matrix without a Cholesky factor stands for itself
 * with a {@link Cholesky#RIDGE}; a variance below the smallest normal number is taken as that.
 */
public final class Precisions {
  private final GaussianHmm model;
  private final List<Cholesky> factors;

  private Precisions(GaussianHmm model, List<Cholesky> factors) {
    this.model = model;
    this.factors = List.copyOf(factors);
  }

  /**
   * Those of a model.
   *
   * @throws IllegalArgumentException if a matrix has no factor with ridge either
   */
  public static Precisions of(GaussianHmm model) {
    List<Cholesky> factors = new ArrayList<>();
    if (model.kind().matrices()) {
      double[] all = model.allCovariances();
      int each = model.width() * model.width();
      for (int begin = 0; begin < all.length; begin += each) {
        int state = begin / each;
        factors.add(
            Cholesky.of(all, begin, model.width())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "covariance of state " + state + " must be positive definite")));
      }
    }
    return new Precisions(model, factors);
  }

  /** The factor of a state's covariance; only if the model has matrices. */
  Cholesky factor(int state) {
    return factors.get(model.kind() == Covariances.TIED ? 0 : state);
  }

  /** The variance of a column in a state; only if the model has no matrices. */
  double variance(int state, int column) {
    return Math.max(model.covariance(state, column, column), Double.MIN_NORMAL);
  }

  /** d ln 2π + ln det Σ of a state. */
  double logScale(int state) {
    double sum = model.width() * Math.log(2 * Math.PI);
    if (model.kind().matrices()) {
      return sum + factor(state).logDeterminant();
    }
    for (int i = 0; i < model.width(); i++) {
      sum += Math.log(variance(state, i));
    }
    return sum;
  }

  /** Σ⁻¹·v of a state, in place. */
  public void solve(int state, double[] v) {
    if (model.kind().matrices()) {
      factor(state).solve(v);
      return;
    }
    for (int i = 0; i < v.length; i++) {
      v[i] /= variance(state, i);
    }
  }

  /** Whether any matrix needed a ridge. */
  public boolean ridged() {
    return factors.stream().anyMatch(Cholesky::ridged);
  }

  /** A lower bound of the largest condition number of the covariances, at least 1. */
  public double condition() {
    return factors.stream().mapToDouble(Cholesky::condition).max().orElse(1);
  }

  /** Sum over the covariances of 1ᵀ·Σ⁻¹·1, all states if not tied. */
  public double sumOfEntries() {
    int matrices = model.kind() == Covariances.TIED ? 1 : model.states();
    double sum = 0;
    for (int k = 0; k < matrices; k++) {
      double[] ones = new double[model.width()];
      Arrays.fill(ones, 1);
      solve(k, ones);
      sum += Arrays.stream(ones).sum();
    }
    return sum;
  }
}

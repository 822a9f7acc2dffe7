package org.dynlab.analysis.hmm.map;

import org.dynlab.analysis.hmm.model.GaussianHmm;
import org.dynlab.analysis.hmm.model.Precisions;

/**
 * How the log of a state's filtered probability answers to the row it was last given (arXiv
 * 2308.09543, appendix A):
 *
 * <p>{@code D_k = ∂ ln p(s_t = k | z₀..z_t) / ∂z_t = Σ_k⁻¹(μ_k − z_t) − Σ_h α_t(h)·Σ_h⁻¹(μ_h −
 * z_t)}
 *
 * <p>with α_t(h) = p(s_t = h | z₀..z_t), a vector of d columns. As the α_t sum to 1, it is computed
 * as the sum over h ≠ k of {@code α_t(h)·(Σ_k⁻¹(μ_k − z_t) − Σ_h⁻¹(μ_h − z_t))}, which keeps its
 * digits where state k is nearly certain and D close to 0. O(K·d²).
 */
public final class PosteriorGradient {
  private final GaussianHmm model;
  private final Precisions precisions;

  /** The gradient of that model. */
  public PosteriorGradient(GaussianHmm model) {
    this.model = model;
    this.precisions = Precisions.of(model);
  }

  /**
   * D of a state.
   *
   * @param row z_t
   * @param filtered α_t
   */
  public double[] of(int state, double[] row, double[] filtered) {
    double[] own = pull(state, row);
    double[] gradient = new double[row.length];
    for (int h = 0; h < model.states(); h++) {
      double[] pull = pull(h, row);
      for (int i = 0; h != state && i < gradient.length; i++) {
        gradient[i] += filtered[h] * (own[i] - pull[i]);
      }
    }
    return gradient;
  }

  /**
   * What the authors' notebook computes in its place: the sum over h is also taken over the d
   * columns, and that one number subtracted from every column.
   */
  public double[] withSummedColumns(int state, double[] row, double[] filtered) {
    double[] gradient = pull(state, row);
    double sum = 0;
    for (int h = 0; h < model.states(); h++) {
      for (double value : pull(h, row)) {
        sum += filtered[h] * value;
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= sum;
    }
    return gradient;
  }

  /** Σ_k⁻¹(μ_k − z). */
  private double[] pull(int state, double[] row) {
    double[] pull = new double[row.length];
    for (int i = 0; i < pull.length; i++) {
      pull[i] = model.mean(state, i) - row[i];
    }
    precisions.solve(state, pull);
    return pull;
  }
}

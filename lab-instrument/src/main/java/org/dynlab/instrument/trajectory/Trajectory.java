package org.dynlab.instrument.trajectory;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Subject;

/**
 * The trajectory as an indicator of generalisation (Fu et al. 2023, arXiv:2304.12579): what each
 * piece of the way has added to the generalisation gap, and how complex the way was. With F_S the
 * training loss over n examples, F_μ the evaluation loss, u_s the updates, g = ∇F_S and g_i the
 * gradient of one example:
 *
 * <pre>
 * gap            gen(θ) = F_μ(θ) - F_S(θ)
 * gap_change     Δgen since the last measurement; they add up to gen_T - gen_0                 exact
 * linear         (θ_t - θ_s) · (∇F_μ(θ_s) - ∇F_S(θ_s)), s the step measured before t          exact
 * nonlinear      gap_change - linear, of second order in the step
 * linear_sum, nonlinear_sum    their sums from step 0
 * complexity     C = (c/√n) Σ_s ‖u_s‖ √(mean_i ‖g_i‖²)
 * flow           Σ_s ‖u_s‖ ‖g‖, the same without the spread of gradients
 * ratio          V = ‖g‖ / E_σ‖(1/m) Σ σ_i g_i‖, σ_i random signs
 * ratio_lower, ratio_upper     √m/√(1 + Tr Σ/‖g‖²) and √2 times that: Khintchine's inequality
 * eval_rate      change of F_μ since the last measurement, per step
 * </pre>
 *
 * <p>What stands on what: the body of the article was not to be had when this was written. The
 * decomposition of the gap is an identity. The summand of C is derived here, from the Rademacher
 * complexity of the linear class of one gradient step; that the article's C has this form in the
 * limit of small steps, and its factor c = 2, is from memory, and so are V and the bound of the gap
 * by V and C. c cancels in every correlation. For plain gradient descent ‖u‖ is η‖g‖; for other
 * rules the length of the update stands in its place, which is this lab's reading.
 *
 * <p>mean_i ‖g_i‖² and ‖g‖ in C, flow and V are over m fixed training examples, taken at the
 * measured step before and held until the next: measure at every step where that matters. The
 * expectation in V is a mean over fixed random sign vectors, so that V may leave its bounds by the
 * error of that mean. Double precision, without dropout. NaN at and after a loss that is not
 * finite; changes, linear parts and rates are NaN at step 0; complexity and ratio also where the
 * loss is not a mean over examples (several equations). State: slots {@code trajectory.*}.
 *
 * @param samples most training and evaluation examples that losses and gradients are taken over
 * @param single m, training examples whose gradients are taken one by one
 * @param signs sign vectors for V; 0 for no V
 * @param factor c
 */
@Meaning("what each piece of the way adds to the generalisation gap, complexity of the way")
public record Trajectory(
    @Meaning("most examples for losses and gradients, each of train and eval") @Default("1000000")
        int samples,
    @Meaning("training examples whose gradients are taken one by one, >= 2") @Default("128")
        int single,
    @Meaning("random sign vectors for the ratio V; 0 for none") @Default("32") int signs,
    @Meaning("factor c of the complexity") @Default("2") double factor)
    implements Instrument {

  /** Checks the ranges. */
  public Trajectory {
    new Checks()
        .range("samples", samples, 1, 1_000_000_000)
        .range("single", single, 2, 1_000_000)
        .range("signs", signs, 0, 100_000)
        .positive("factor", factor)
        .done();
  }

  @Override
  public boolean keepsPhases() {
    return true;
  }

  @Override
  public Gauge begin(Subject subject) {
    return new TrajectoryGauge(this, subject);
  }
}

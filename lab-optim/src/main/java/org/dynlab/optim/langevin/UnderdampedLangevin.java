package org.dynlab.optim.langevin;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.Noise;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.StepInput;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;
import org.dynlab.optim.descent.Subnormals;

/**
 * Langevin dynamics with mass by the splitting BAOAB (Leimkuhler and Matthews 2013,
 * doi:10.1093/amrx/abs010), at one gradient per update. With mass 1, g' = g + (λ/N)θ:
 *
 * <pre>
 * B  v ← v - (τ/2) g'                  kick
 * A  θ ← θ + (τ/2) v                   drift
 * O  v ← (1-c) v + √(c(2-c) T/N) ξ     friction and noise, exact for any c
 * A  θ ← θ + (τ/2) v
 * B  v ← v - (τ/2) g'
 * the paper, with ∇U and step h:  h = τ/√N and 1-c = exp(-γh); velocities are √N times larger
 * </pre>
 *
 * <p><b>Order computed.</b> The gradient is known at the network's parameters, where one BAOAB step
 * ends and the next begins. So one update does the last B of the step before and the first B of
 * this one together, then A, O, A: the parameters are those of BAOAB started at rest (the first
 * update kicks by τ/2 only), and the velocity in the slot is that after O, half a kick short of the
 * end of the step. Between updates with different τ the joint kick has the new τ.
 *
 * <p>For a Gaussian the variance of the positions is (T/N)/h with no error at any stable step, τ√h
 * &lt; 2 with h the curvature of U/N; for smooth densities the error is of order τ². The kick moves
 * a velocity by τg' and a position by τ²g', so τ² compares with a learning rate. The WanD rule's
 * step is of the same kind in the order O, B, A, with a thermostat of its own. State: v, slot
 * {@code underdamped_langevin.velocity}. Two passes and one normal number per parameter.
 */
@Meaning("Langevin dynamics with mass, by the splitting BAOAB")
public record UnderdampedLangevin(
    @Meaning("τ, a number or a schedule, > 0 at first; its square compares with a learning rate")
        Schedule timeStep,
    @Meaning("c, share of the velocity lost per update, in (0, 1]") @Default("0.1") double friction,
    @Meaning("N, training examples that the loss is the mean of, >= 1") long examples,
    @Meaning("T of exp(-U/T), a number or a schedule, >= 0") @Default("1") Schedule temperature,
    @Meaning("λ, precision of a Gaussian prior: U = N*loss + λ/2*|θ|^2, >= 0") @Default("0")
        double weightDecay)
    implements UpdateRule {

  /** Checks the ranges. */
  public UnderdampedLangevin {
    Checks checks = new Checks();
    Ranges.positiveAtFirst(checks, "timeStep", timeStep);
    Ranges.friction(checks, friction);
    Posterior.check(checks, examples, temperature, weightDecay);
    checks.done();
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.withExamples(examples);
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(
        this,
        new Posterior(examples, temperature, weightDecay),
        seeds.noise("underdampedLangevin"),
        new Slot("underdamped_langevin.velocity", new double[layout.size()]));
  }

  private record State(UnderdampedLangevin rule, Posterior posterior, Noise noise, Slot velocity)
      implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      long number = step.number();
      double timeStep = rule.timeStep.at(number);
      double[] v = velocity.values();
      posterior.addPrior(update, step.parameters());
      kickAndDrift(v, update, number == 1 ? timeStep / 2 : timeStep, timeStep / 2);
      thermostat(v, number);
      for (int i = 0; i < v.length; i++) {
        update[i] += timeStep / 2 * v[i];
      }
    }

    /** B and A: {@code gradient} becomes the drift; v is damped on the way out. */
    private void kickAndDrift(double[] v, double[] gradient, double kick, double drift) {
      double kept = 1 - rule.friction;
      for (int i = 0; i < v.length; i++) {
        double kicked = v[i] - kick * gradient[i];
        gradient[i] = drift * kicked;
        v[i] = Subnormals.flush(kept * kicked);
      }
    }

    private void thermostat(double[] v, long number) {
      double c = rule.friction;
      double variance = c * (2 - c) * posterior.temperatureAt(number);
      if (variance != 0) {
        noise.add(number, Math.sqrt(variance), v);
      }
    }

    @Override
    public List<Slot> slots() {
      return List.of(velocity);
    }
  }
}

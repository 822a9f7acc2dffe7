package org.dynlab.optim.wand;

import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.Schedule;
import org.dynlab.core.rule.UpdateRule;

/**
 * WanD: one-dimensional Wang–Landau molecular dynamics in x = ln L (arXiv:2505.11411, equations 3,
 * 5, 6, 7, algorithm 1). Alone or first link of a chain; from the gradient g of the mean data loss:
 *
 * <pre>
 * s = dS/dx + 2β (x - L0)⁺        a = -s g / L
 * v ← (1-c_f) v + a Δt + √(c_f (2-c_f) kT) ξ        θ ← θ + v Δt
 * S(·) ← S(·) + F min(t/r, r/t) K(· - x)
 * </pre>
 *
 * <p>v starts at N(0, kT), S at zero. The bias β is not kept in the histogram but added to its
 * slope, exactly rather than by differences of bins, so that L0 may move. Each ingredient can be
 * switched off: {@code temperature: 0}, {@code wangLandau: {increment: 0}}, {@code bias: 0}, {@code
 * logLoss: false} (a = -s g, so that the force fades with the loss); {@code lowerWall} and {@code
 * forceCap} are not in the paper and off unless given.
 *
 * <p>Step, temperature, friction and L0 are the paper's (figure 7); β, histogram, wall and cap are
 * not stated there. β = 3·10⁴ was the least that fitted a small network when this lab tried, and
 * without a wall the histogram was seen to drive the loss to zero.
 *
 * <p>Edges: at L &lt; 10⁻¹³, zero included, the force is zero and x is that of 10⁻¹³; below L0 only
 * the histogram pushes; outside of the histogram only bias and wall do, and nothing is added. A
 * loss that is not finite makes the update NaN, so the run ends as diverged. State: slots {@code
 * wand.velocity} and {@code wand.entropy}; cost: one pass, one normal per parameter.
 */
@Meaning("WanD: Wang-Landau molecular dynamics in the logarithm of the loss")
public record Wand(
    @Meaning("Δt, > 0") @Default("3.0e-3") double timeStep,
    @Meaning("kT, a number or a schedule, >= 0; 0 is no noise") @Default("0.5")
        Schedule temperature,
    @Meaning("c_f, share of the velocity lost per step, in (0, 1]") @Default("0.5") double friction,
    @Meaning("L0, the ln L that the bias drives to") @Default("-8") double targetLogLoss,
    @Meaning("moves L0 down slowly; stays put if left out") Optional<LogLossCooling> cooling,
    @Meaning("β of the bias β(ln L - L0)² above L0, >= 0; 0 is no bias") @Default("3.0e4")
        double bias,
    @Meaning("the entropy histogram") @Default("{}") WangLandau wangLandau,
    @Meaning("ln L below which the mirrored bias drives up, <= L0; no wall if left out")
        Optional<Double> lowerWall,
    @Meaning("largest root mean square of aΔt over the parameters, > 0; no limit if left out")
        Optional<Double> forceCap,
    @Meaning("whose loss is read: fullBatch or minibatch") @Default("fullBatch") Energy energy,
    @Meaning("force by the gradient of ln L; false: by that of L") @Default("true") boolean logLoss)
    implements UpdateRule {

  /** Checks the ranges. */
  public Wand {
    Checks checks = new Checks();
    checks.positive("timeStep", timeStep);
    checkTemperature(checks, temperature);
    checks.that(friction > 0 && friction <= 1, "friction", "must be in (0, 1]", friction);
    boolean finite = Double.isFinite(targetLogLoss);
    checks.that(finite, "targetLogLoss", "must be a finite number", targetLogLoss);
    cooling.ifPresent(c -> checkAbove(checks, c.from(), targetLogLoss));
    checks.nonNegative("bias", bias);
    lowerWall.ifPresent(wall -> checkBelow(checks, wall, targetLogLoss));
    String none = "the wall is the bias mirrored, and without bias there is none";
    checks.that(
        lowerWall.isEmpty() || bias > 0, "lowerWall", "must stand beside a bias", "bias 0", none);
    forceCap.ifPresent(cap -> checks.positive("forceCap", cap));
    checks.done();
  }

  private static void checkTemperature(Checks checks, Schedule temperature) {
    if (temperature == null) {
      checks.that(false, "temperature", "must be given", "nothing");
    } else {
      checks.nonNegative("temperature", temperature.at(1));
    }
  }

  private static void checkAbove(Checks checks, double from, double target) {
    String hint = "targetLogLoss is " + target;
    checks.that(!(from < target), "cooling.from", "must be >= targetLogLoss", from, hint);
  }

  private static void checkBelow(Checks checks, double wall, double target) {
    boolean holds = wall <= target && wall > Double.NEGATIVE_INFINITY;
    String hint = "targetLogLoss is " + target;
    checks.that(holds, "lowerWall", "must be <= targetLogLoss", wall, hint);
  }

  @Override
  public Needs needs() {
    return energy.needs();
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    double[] velocity = new double[layout.size()];
    Velocity.maxwell(seeds.noise("wand.velocity"), temperature.at(1), velocity);
    return new WandState(
        this,
        new Velocity(velocity, friction, timeStep, seeds.noise("wand.thermostat")),
        new EntropyHistogram(wangLandau));
  }

  /** L0 at update {@code number}. */
  double target(long number) {
    return cooling.map(c -> c.at(number, targetLogLoss)).orElse(targetLogLoss);
  }

  /** Slope of bias and wall at x; NaN for NaN. */
  double biasSlope(double x, long number) {
    double target = target(number);
    double floor = lowerWall.orElse(Double.NEGATIVE_INFINITY);
    if (x > target) {
      return 2 * bias * (x - target);
    }
    return x < floor ? 2 * bias * (x - floor) : 0 * x;
  }
}

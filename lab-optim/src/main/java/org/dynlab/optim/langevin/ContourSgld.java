package org.dynlab.optim.langevin;

import java.util.Arrays;
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
import org.dynlab.store.Caveat;

/**
 * Contour stochastic gradient Langevin dynamics (Deng, Lin and Liang 2020, arXiv:2010.09800,
 * algorithm 1): SGLD that learns how often it is in each piece of the energy axis and steers away
 * from the pieces it knows, the overdamped relative of Wang–Landau sampling. With E = L +
 * ½(λ/N)‖θ‖², J the piece that holds E, and w_i the weight of piece i, 1/count at first:
 *
 * <pre>
 * w_i ← w_i + ω w_J^ζ (1[i = J] - w_i)             ω = min(gain(t), 10/(t^0.8 + 100))
 * κ = 1 + ζ (T/N) (ln w_J - ln w_{J-1}) / width    κ = 1 in the first piece
 * θ ← θ - ηκ (g + (λ/N)θ) + √(2η T/N) ξ
 * the paper:  θ ← θ - ε [1 + ζτ (ln w_J - ln w_{J-1}) / Δu] ∇U + √(2ετ) ξ
 *             hence η = N·ε, T = τ, width = Δu/N: pieces are cut by mean loss, not by its sum
 * </pre>
 *
 * <p>Where the weights have settled, w_i is the probability of piece i under exp(-U/T), pieces are
 * visited in proportion to w_i^(1-ζ) — equally often with ζ = 1 — and averages under exp(-U/T) are
 * those over visited θ weighted by Ψ(E)^ζ with ln Ψ = ln w_{J-1} + (ln w_J - ln w_{J-1})·(E - lower
 * edge of J)/width, ln Ψ = ln w_0 in the first piece. κ may be negative: then it climbs. In the
 * last piece κ is not let below 1, nor Ψ below w_{J-1}, because nothing would end a climb there
 * (the paper's domain is bounded). Pieces about T/N wide work; with much narrower ones the weights
 * of neighbours drift apart, as only their mean is held to the density, and κ with them. A step is
 * stable where ηκh &lt; 2; on a double well with walls of the fourth power ζ = 0.75 was, ζ = 1 was
 * not.
 *
 * <p>The weights learn from θ before its move: the paper's order, plus one look at the start. The
 * schedule of ω is that of the authors' demonstration, whose weights begin as a falling ramp
 * instead of all equal. The first and last piece hold all energies beyond them. State: w, slot
 * {@code contour_sgld.weight} (0 before the first update). The cost is that of {@link Sgld} plus
 * one pass over the pieces.
 */
@Meaning("SGLD that flattens the histogram of the training loss")
public record ContourSgld(
    @Meaning("η as in sgd, a number or a schedule, > 0 at first") Schedule learningRate,
    @Meaning("N, training examples that the loss is the mean of, >= 1") long examples,
    @Meaning("T of exp(-U/T), a number or a schedule, >= 0") @Default("1") Schedule temperature,
    @Meaning("λ, precision of a Gaussian prior: U = N*loss + λ/2*|θ|^2, >= 0") @Default("0")
        double weightDecay,
    @Meaning("ζ: 0 is sgld, 1 a flat histogram, in [0, 1]") @Default("0.75") double flattening,
    @Meaning("pieces of the energy axis") @Default("{}") EnergyBins bins,
    @Meaning("largest ω by which the weights learn, a number or a schedule, in (0, 1) at first")
        @Default("0.003")
        Schedule gain,
    @Meaning("whose mean loss is the energy: fullBatch or minibatch") @Default("fullBatch")
        EnergyOf energy)
    implements UpdateRule {

  /** Checks the ranges. */
  public ContourSgld {
    Checks checks = new Checks();
    Ranges.positiveAtFirst(checks, "learningRate", learningRate);
    Posterior.check(checks, examples, temperature, weightDecay);
    checks
        .that(flattening >= 0 && flattening <= 1, "flattening", "must be in [0, 1]", flattening)
        .that(bins != null, "bins", "must be given", "nothing")
        .that(energy != null, "energy", "must be given", "nothing");
    if (Ranges.given(checks, "gain", gain)) {
      checks.strictlyBetween("gain", gain.at(1), 0, 1);
    }
    checks.done();
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.withExamples(examples);
    if (energy == EnergyOf.FULL_BATCH) {
      return needs.withFullBatch(
          "contourSgld reads the training loss as its energy; with mini-batches write energy:"
              + " minibatch");
    }
    return needs.withCaveat(
        new Caveat(
            "minibatchEnergy",
            "contourSgld took the loss of each mini-batch for the energy: its histogram is smeared"
                + " by the spread of that loss and is not that of the training loss"));
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(
        this,
        new Posterior(examples, temperature, weightDecay),
        seeds.noise("contourSgld"),
        new Slot("contour_sgld.weight", new double[bins.count()]));
  }

  private record State(ContourSgld rule, Posterior posterior, Noise noise, Slot weight)
      implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      long number = step.number();
      double rate = rule.learningRate.at(number);
      double temperature = posterior.temperatureAt(number);
      int here = rule.bins.indexOf(posterior.energy(step.loss(), step.parameters()));
      learn(here, number);
      posterior.addPrior(update, step.parameters());
      double factor = -rate * multiplier(here, temperature);
      for (int i = 0; i < update.length; i++) {
        update[i] *= factor;
      }
      if (temperature != 0) {
        noise.add(number, Math.sqrt(2 * rate * temperature), update);
      }
    }

    private void learn(int here, long number) {
      double[] w = weight.values();
      if (number == 1) {
        Arrays.fill(w, 1.0 / w.length);
      }
      double slow = 10 / (StrictMath.pow((double) number, 0.8) + 100);
      double gain = Math.min(rule.gain.at(number), slow) * StrictMath.pow(w[here], rule.flattening);
      for (int i = 0; i < w.length; i++) {
        w[i] = Math.max(Double.MIN_NORMAL, w[i] - gain * w[i]);
      }
      w[here] += gain;
    }

    private double multiplier(int here, double temperature) {
      if (here == 0) {
        return 1;
      }
      double[] w = weight.values();
      double slope = (StrictMath.log(w[here]) - StrictMath.log(w[here - 1])) / rule.bins.width();
      double multiplier = 1 + rule.flattening * temperature * slope;
      // Beyond the last piece there is no next one that could end a climb.
      return here == w.length - 1 ? Math.max(1, multiplier) : multiplier;
    }

    @Override
    public List<Slot> slots() {
      return List.of(weight);
    }
  }
}

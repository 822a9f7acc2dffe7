package org.dynlab.instrument.curvature;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.table.Column;

/**
 * The local learning coefficient (Lau et al. 2023, arXiv:2308.12108): how fast the volume of
 * parameters around θ* with a loss below L(θ*) + ε shrinks with ε; d/2 for a regular minimum in d
 * dimensions, less for a degenerate one. Estimated as
 *
 * <pre>
 * λ̂ = nβ (E[L(w)] - L(θ*)),  nβ = n / ln n,  w ~ exp(-nβ L(w) - γ/2 ‖w - θ*‖²)
 * </pre>
 *
 * <p>with n training examples, the expectation over chains of Langevin steps w ← w - (ε/2)(nβ ∇L +
 * γ(w - θ*)) + √ε N(0, I) from θ*, the full loss over the n examples in every step, burn-in left
 * out. {@code se} is the standard error of the mean over chains, {@code r_hat} Gelman and Rubin's
 * ratio over chains (doi:10.1214/ss/1177011136; above 1.1 the chains disagree), {@code acceptance}
 * the mean probability with which a Metropolis test would have accepted the steps (not applied;
 * below 0.8 or so the step is too large and the estimate too high).
 *
 * <p>Bias: the step adds about ε·nβ·(curvature)/4 of each direction's share; γ takes away from flat
 * directions; at a point that is no minimum the estimate may be negative. A chain that is not
 * finite makes everything NaN. Double precision, without dropout. Cost: one gradient per chain and
 * step.
 */
@Meaning("local learning coefficient of the training loss, by Langevin chains")
public record LocalLearningCoefficient(
    @Meaning("most training examples n") @Default("1024") int samples,
    @Meaning("chains, >= 2") @Default("4") int chains,
    @Meaning("steps of each chain left out at its beginning") @Default("200") int burnIn,
    @Meaning("steps of each chain that count, >= 2") @Default("300") int draws,
    @Meaning("ε of the Langevin steps, > 0") @Default("1.0e-5") double step,
    @Meaning("γ, the pull back to the parameters, >= 0") @Default("100") double localization)
    implements Instrument {

  /** Checks the ranges. */
  public LocalLearningCoefficient {
    new Checks()
        .range("samples", samples, 3, 1_000_000_000)
        .range("chains", chains, 2, 1000)
        .range("burnIn", burnIn, 0, 100_000_000)
        .range("draws", draws, 2, 100_000_000)
        .positive("step", step)
        .nonNegative("localization", localization)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new CoefficientGauge(this, subject);
  }

  private static final class CoefficientGauge implements Gauge {
    private static final List<Column> COLUMNS =
        List.of(
            new Column("llc.value", "1", "local learning coefficient"),
            new Column("llc.se", "1", "its standard error over chains"),
            new Column("llc.r_hat", "1", "Gelman and Rubin's ratio over chains"),
            new Column("llc.acceptance", "1", "acceptance a Metropolis test would have had"));
    private final LocalLearningCoefficient settings;
    private final ProbeSet probes;
    private final SeedTree seeds;

    CoefficientGauge(LocalLearningCoefficient settings, Subject subject) {
      this.settings = settings;
      this.probes = new ProbeSet(Source.TRAIN, settings.samples);
      this.seeds = subject.seeds().child("llc");
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public double[] measure(StepView view) {
      Chains chains = new Chains(settings.burnIn, settings.draws);
      double loss = Double.NaN;
      double scale = Double.NaN;
      for (int c = 0; c < settings.chains; c++) {
        LangevinChain chain =
            new LangevinChain(
                view.objective(probes),
                view.parameters(),
                settings.step,
                settings.localization,
                seeds.stream("chain." + c));
        loss = chain.startLoss();
        scale = chain.inverseTemperature();
        chains.run(chain);
      }
      return new double[] {
        scale * (chains.mean() - loss),
        scale * chains.standardError(),
        chains.ratio(),
        chains.acceptance()
      };
    }
  }
}

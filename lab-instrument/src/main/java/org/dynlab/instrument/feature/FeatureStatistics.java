package org.dynlab.instrument.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.algebra.SingularValues;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.instrument.flat.Spectrum;
import org.dynlab.store.table.Column;

/**
 * How many directions the outputs of every hidden layer use, and what its units do. For Φ: [N,
 * width], the outputs on N fixed probe inputs, with C the covariance of the units over the probes
 * and σ the singular values of Φ, which is not centred:
 *
 * <pre>
 * participation_ratio  (tr C)² / tr C²                                          in [1, width]
 * numerical_rank       number of σ above σ₁ · max(N, width) · 2⁻⁵²              as NumPy and MATLAB have it
 * stable_rank          Σσ² / σ₁²
 * effective_rank       exp(-Σ p ln p), p = σ / Σσ                               Roy and Vetterli 2007
 * srank                least k with Σ_{i≤k} σ_i ≥ 0.99 Σσ                       Kumar et al., arXiv:2010.14498
 * dead                 units whose output is 0 on every probe
 * constant             units that give the same number on every probe, dead ones included
 * duplicates           units with |correlation| above a threshold to an earlier one that varies
 * mean_correlation     mean |correlation| of two units that vary
 * least, largest       output of any unit
 * </pre>
 *
 * <p>A unit varies if its variance is above 10⁻²⁴ of its mean square. NaN where an output is not
 * finite; the ranks also of a layer that is 0 everywhere. Cost: N · width² flops twice (LAPACK
 * dgesdd for σ).
 *
 * @param duplicate the threshold on |correlation|, in (0, 1)
 * @param probes N, the number of probe inputs; all of them if there are fewer
 * @param source the examples that probe inputs are drawn from
 */
@Meaning("directions used by hidden layers, dead and duplicate units, range of outputs")
public record FeatureStatistics(
    @Meaning("|correlation| above which two units count as one, in (0, 1)") @Default("0.999")
        double duplicate,
    @Meaning("number of probe inputs") @Default("1024") int probes,
    @Meaning("examples the probe inputs are drawn from: all, train or eval") @Default("all")
        Source source)
    implements Instrument {

  /** Checks the ranges. */
  public FeatureStatistics {
    new Checks()
        .strictlyBetween("duplicate", duplicate, 0, 1)
        .range("probes", probes, 2, 1_000_000)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new FeatureGauge(this, subject);
  }

  private static final class FeatureGauge implements Gauge {
    private final ProbeSet probes;
    private final double duplicate;
    private final List<LayerOutputs> layers;
    private final SingularValues[] decompositions;
    private final Covariance[] covariances;
    private int rows;
    private final List<Column> columns = new ArrayList<>();

    FeatureGauge(FeatureStatistics settings, Subject subject) {
      this.probes = new ProbeSet(settings.source, settings.probes);
      this.duplicate = settings.duplicate;
      this.layers =
          subject.hidden().stream().map(place -> new LayerOutputs(place.width(), false)).toList();
      this.decompositions = new SingularValues[layers.size()];
      this.covariances = new Covariance[layers.size()];
      subject.hidden().forEach(place -> describe(place.name()));
    }

    private void describe(String layer) {
      add(
          layer,
          "participation_ratio",
          "squared sum over sum of squares of covariance eigenvalues");
      add(layer, "numerical_rank", "singular values above rounding");
      add(layer, "stable_rank", "squared Frobenius over squared spectral norm");
      add(layer, "effective_rank", "exponential of the entropy of sigma / sum sigma");
      add(layer, "srank", "singular values that make 99 % of their sum");
      add(layer, "dead", "units that are 0 on every probe input");
      add(layer, "constant", "units that are the same on every probe input, dead ones included");
      add(layer, "duplicates", "units that correlate with an earlier one above " + duplicate);
      add(layer, "mean_correlation", "mean absolute correlation of two units");
      add(layer, "least", "least output of a unit");
      add(layer, "largest", "largest output of a unit");
    }

    private void add(String layer, String statistic, String meaning) {
      String of = " (outputs of " + layer + ")";
      columns.add(new Column("features." + layer + "." + statistic, "1", meaning + of));
    }

    @Override
    public List<Column> columns() {
      return List.copyOf(columns);
    }

    @Override
    public double[] measure(StepView view) {
      Activations activations = view.activations(probes);
      reserve(activations.rows());
      double[] row = new double[columns.size()];
      int each = layers.isEmpty() ? 0 : columns.size() / layers.size();
      for (int layer = 0; layer < layers.size(); layer++) {
        double[] outputs = layers.get(layer).of(activations, layer);
        System.arraycopy(of(outputs, layer), 0, row, layer * each, each);
      }
      return row;
    }

    private void reserve(int count) {
      if (rows != count) {
        rows = count;
        Arrays.setAll(decompositions, k -> new SingularValues(count, layers.get(k).width()));
        Arrays.setAll(covariances, k -> new Covariance(count, layers.get(k).width()));
      }
    }

    private double[] of(double[] outputs, int layer) {
      Spectrum spectrum = new Spectrum(decompositions[layer].of(outputs, 0));
      if (!spectrum.finite()) {
        double[] none = new double[columns.size() / layers.size()];
        Arrays.fill(none, Double.NaN);
        return none;
      }
      Covariance covariance = covariances[layer];
      covariance.set(outputs);
      return new double[] {
        covariance.participationRatio(),
        spectrum.numericalRank(Math.max(rows, outputs.length / rows)),
        spectrum.stableRank(),
        spectrum.effectiveRank(),
        spectrum.partialRank(0.99),
        covariance.dead(),
        covariance.constant(),
        covariance.duplicates(duplicate),
        covariance.meanCorrelation(),
        Arrays.stream(outputs).min().orElse(Double.NaN),
        Arrays.stream(outputs).max().orElse(Double.NaN)
      };
    }
  }
}

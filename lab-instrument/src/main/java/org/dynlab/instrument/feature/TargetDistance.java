package org.dynlab.instrument.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.algebra.DenseMatrix;
import org.dynlab.core.algebra.MatrixProduct;
import org.dynlab.core.algebra.SingularVectors;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.task.Measure;
import org.dynlab.instrument.flat.NumberName;
import org.dynlab.instrument.flat.Spectrum;
import org.dynlab.store.table.Column;

/**
 * How far the target lies from what the last hidden layer could give with the best output weights:
 * the L2 distance of u* from the span of the p leading eigenfunctions of the Gram matrix of the
 * layer's outputs φ, over ‖u*‖,
 *
 * <pre>
 * d_p² = ‖u*‖² - Σ_{i≤p} c_i²,   c_i = (q_i · ⟨φ, u*⟩)/√λ_i,   M = Q Λ Qᵀ
 * </pre>
 *
 * <p>for p the ε-rank, at each ε, and for all that rounding leaves ({@code full}). It tells
 * learning of features from learning of the read-out: for a squared loss d_p ≤ √loss, up to the
 * output bias, which is not part of the span. The idea is this lab's, no paper has it. 1 at p = 0.
 * With several outputs squares are summed over them; classes count as 0 and 1.
 *
 * <p>Computed from singular values of Φ with its rows times √weight, not from M. NaN where an
 * output is not finite, the inputs have no targets that are numbers (points with equations), or u*
 * = 0. Cost: LAPACK dgesvd of [N, width].
 *
 * @param epsilon absolute thresholds on the eigenvalues for the integral over the task's points, or
 *     for the mean over the inputs if it has no integration weights
 */
@Meaning("distance of the target from the span of the last hidden layer's leading features")
public record TargetDistance(
    @Meaning("thresholds on eigenvalues, > 0") @Default("[1.0e-6]") List<Double> epsilon,
    @Meaning("number of probe inputs") @Default("1024") int probes,
    @Meaning("examples the probe inputs are drawn from: all, train or eval") @Default("train")
        Source source)
    implements Instrument {

  /** Checks the ranges, copies the list. */
  public TargetDistance {
    epsilon = List.copyOf(epsilon);
    Checks checks = new Checks();
    for (int i = 0; i < epsilon.size(); i++) {
      String place = "epsilon[" + i + "]";
      checks.positive(place, epsilon.get(i));
      boolean first = epsilon.indexOf(epsilon.get(i)) == i;
      checks.that(first, place, "must not repeat an earlier one", epsilon.get(i));
    }
    checks.range("probes", probes, 1, 100_000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new DistanceGauge(this, subject);
  }

  private static final class DistanceGauge implements Gauge {
    private final ProbeSet probes;
    private final List<Double> epsilon;
    private final int layer;
    private final LayerOutputs outputs;
    private SingularVectors vectors;
    private DenseMatrix turned;
    private DenseMatrix projected;
    private final List<Column> columns = new ArrayList<>();

    DistanceGauge(TargetDistance settings, Subject subject) {
      this.probes = new ProbeSet(settings.source, settings.probes);
      this.epsilon = settings.epsilon;
      this.layer = subject.hidden().size() - 1;
      Place place = subject.hidden().get(layer);
      this.outputs = new LayerOutputs(place.width(), false);
      String of = "relative distance of the target from the span of ";
      for (double threshold : epsilon) {
        String name = "abs_" + NumberName.of(threshold);
        columns.add(column(place, name, of + "features with eigenvalues above " + threshold));
      }
      columns.add(column(place, "full", of + "all features"));
    }

    private static Column column(Place place, String name, String meaning) {
      String of = ", outputs of " + place.name();
      return new Column("target_distance." + place.name() + "." + name, "1", meaning + of);
    }

    @Override
    public List<Column> columns() {
      return List.copyOf(columns);
    }

    @Override
    public double[] measure(StepView view) {
      Activations activations = view.activations(probes);
      double[] row = new double[columns.size()];
      Arrays.fill(row, Double.NaN);
      TargetNumbers.of(activations).ifPresent(numbers -> measure(activations, numbers, row));
      return row;
    }

    private void measure(Activations activations, TargetNumbers numbers, double[] row) {
      int rows = activations.rows();
      double[] phi = outputs.of(activations, layer);
      reserve(rows);
      double[] roots = roots(activations.measure(), rows);
      for (int at = 0; at < phi.length; at++) {
        phi[at] *= roots[at % rows] * numbers.factors()[at % rows];
      }
      if (!vectors.decompose(phi, 0)) {
        return;
      }
      double[] sigma = vectors.values();
      double[] found = new double[sigma.length];
      Spectrum spectrum = new Spectrum(sigma);
      double square = project(numbers.targets(), roots, found);
      for (int k = 0; k < epsilon.size(); k++) {
        row[k] = distance(square, found, spectrum.above(Math.sqrt(epsilon.get(k))));
      }
      int longest = Math.max(rows, phi.length / rows);
      row[epsilon.size()] = distance(square, found, (int) spectrum.numericalRank(longest));
    }

    private void reserve(int rows) {
      if (turned == null || turned.columns() != rows) {
        vectors = new SingularVectors(rows, outputs.width());
        turned = new DenseMatrix(1, rows);
        projected = new DenseMatrix(1, Math.min(rows, outputs.width()));
      }
    }

    /** √w of each input; w = 1/n where the task has none. */
    private static double[] roots(Optional<Measure> measure, int rows) {
      double[] roots = new double[rows];
      Arrays.setAll(
          roots, k -> Math.sqrt(measure.map(weights -> weights.weight(k)).orElse(1.0 / rows)));
      return roots;
    }

    /** found_i ← Σ over outputs of c_i²; gives ‖u*‖². */
    private double project(double[][] targets, double[] roots, double[] found) {
      int rows = roots.length;
      double square = 0;
      for (double[] target : targets) {
        for (int k = 0; k < rows; k++) {
          double value = target[k] * roots[k];
          turned.entries().put(k, value);
          square += value * value;
        }
        MatrixProduct.times(1, turned, vectors.left(), 0, projected);
        for (int i = 0; i < found.length; i++) {
          found[i] += projected.entries().get(i) * projected.entries().get(i);
        }
      }
      return square;
    }

    private static double distance(double square, double[] found, int count) {
      double left = square - Arrays.stream(found, 0, count).sum();
      return square > 0 ? Math.sqrt(Math.max(0, left) / square) : Double.NaN;
    }
  }
}

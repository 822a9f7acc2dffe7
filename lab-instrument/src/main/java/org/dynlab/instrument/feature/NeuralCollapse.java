package org.dynlab.instrument.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.store.table.Column;

/**
 * Neural collapse of the last hidden layer's outputs h (Papyan, Han and Donoho 2020,
 * doi:10.1073/pnas.2015509117), with class means μ_c of C classes, their mean μ_G, within- and
 * between-class covariance Σ_W and Σ_B, M the matrix of the columns μ_c - μ_G and W: [C, width] the
 * output weights:
 *
 * <pre>
 * nc1            tr(Σ_W Σ_B⁺)                                   within-class variability
 * nc2_norms      std/mean of ‖μ_c - μ_G‖                        equal lengths; of the rows of W: nc2_norms_w
 * nc2_angles     mean over c ≠ c' of |cos(c, c') + 1/(C-1)|     equal angles; of the rows of W: nc2_angles_w
 * nc3            ‖Wᵀ/‖W‖ - M/‖M‖‖²_F                            self-duality
 * nc4            share of examples whose class by the network is not that of the nearest mean
 * </pre>
 *
 * <p>The article divides nc1 by C, the authors' code does not; here it is not divided. Σ_B⁺ keeps
 * the C - 1 leading directions; std is that of a sample. All go to 0 in collapse, which takes
 * training far beyond an accuracy of 1 and balanced classes. NaN without classes, with an example
 * short of a class, fewer than two classes, or an output that is not finite. Output weights that do
 * not stand right behind the layer give NaN in nc3 and the columns ending in _w.
 */
@Meaning("neural collapse NC1 to NC4 of the last hidden layer")
public record NeuralCollapse(
    @Meaning("number of examples; all if there are fewer") @Default("4096") int probes,
    @Meaning("where examples are drawn from: train or eval") @Default("train") Source source)
    implements Instrument {

  /** Checks the range. */
  public NeuralCollapse {
    new Checks().range("probes", probes, 2, 1_000_000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new CollapseGauge(new ProbeSet(source, probes), subject);
  }

  private static final class CollapseGauge implements Gauge {
    private final ProbeSet probes;
    private final int layer;
    private final LayerOutputs features;
    private final LayerOutputs outputs;
    private final Optional<ParameterBlock> readOut;
    private final List<Column> columns;
    private ClassMeans means;
    private int rows;

    CollapseGauge(ProbeSet probes, Subject subject) {
      this.probes = probes;
      this.layer = subject.hidden().size() - 1;
      int width = subject.hidden().get(layer).width();
      this.features = new LayerOutputs(width, false);
      this.outputs = new LayerOutputs(subject.outputs(), false);
      List<ParameterBlock> weights = subject.layout().weights();
      ParameterBlock last = weights.get(weights.size() - 1);
      boolean behind = last.rows() == width && last.columns() == subject.outputs();
      this.readOut = behind ? Optional.of(last) : Optional.empty();
      String of = " (" + subject.hidden().get(layer).name() + ")";
      this.columns =
          List.of(
              column("nc1", "trace of within-class covariance times inverse between-class" + of),
              column("nc2_norms", "spread of the lengths of class means over their mean" + of),
              column("nc2_angles", "mean distance of cosines of class means from -1/(C-1)" + of),
              column("nc2_norms_w", "spread of the lengths of output weights over their mean"),
              column("nc2_angles_w", "mean distance of cosines of output weights from -1/(C-1)"),
              column(
                  "nc3", "squared distance of output weights from class means, both scaled to 1"),
              column("nc4", "share of examples classified otherwise than by the nearest mean"));
    }

    private Column column(String name, String meaning) {
      String source = probes.source().name().toLowerCase(Locale.ROOT);
      return new Column("collapse." + source + "." + name, "1", meaning);
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public double[] measure(StepView view) {
      Activations activations = view.activations(probes);
      double[] row = new double[columns.size()];
      Arrays.fill(row, Double.NaN);
      activations.classes().ifPresent(classes -> measure(view, activations, classes, row));
      return row;
    }

    private void measure(StepView view, Activations all, ClassTargets classes, double[] row) {
      double[] h = features.of(all, layer);
      double[] logits = outputs.ofLast(all);
      boolean finite = Double.isFinite(Arrays.stream(h).map(v -> 0 * v).sum());
      if (means == null || classes.rows() != rows) {
        rows = classes.rows();
        means = new ClassMeans(rows, features.width(), classes.classes());
      }
      means.set(features.matrix(), classes);
      if (!finite || classes.classes() < 2 || !means.everyClassIsThere()) {
        return;
      }
      double[][] centres = means.centred();
      row[0] = means.withinOverBetween();
      row[1] = Simplex.lengths(centres);
      row[2] = Simplex.angles(centres);
      row[6] = means.disagreement(logits);
      readOut.ifPresent(block -> compare(rows(view.parameters(), block), centres, row));
    }

    private static void compare(double[][] weights, double[][] centres, double[] row) {
      row[3] = Simplex.lengths(weights);
      row[4] = Simplex.angles(weights);
      row[5] = Simplex.distance(weights, centres);
    }

    /** Output c's weights: the block is stored column after column, one column per output. */
    private static double[][] rows(double[] parameters, ParameterBlock block) {
      double[][] rows = new double[block.columns()][];
      for (int c = 0; c < rows.length; c++) {
        int from = block.offset() + c * block.rows();
        rows[c] = Arrays.copyOfRange(parameters, from, from + block.rows());
      }
      return rows;
    }
  }
}

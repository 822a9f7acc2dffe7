package org.dynlab.instrument.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.dynlab.core.task.ClassTargets;
import org.dynlab.store.table.Column;

/**
 * The margin of a classifier: the logit of an example's class less the largest of the others,
 * negative where it is wrong. Mean, least, the tenth part from below, and the mean over the mean
 * length of the logits about their mean, which does not change when all logits are scaled.
 *
 * <p>NaN where a logit is not finite or the targets are no classes.
 */
@Meaning("logit of the right class less the largest other: mean, least, lowest tenth, scale-free")
public record LogitMargin(
    @Meaning("number of examples; all if there are fewer") @Default("4096") int probes,
    @Meaning("where examples are drawn from: train or eval") @Default("train") Source source)
    implements Instrument {

  /** Checks the range. */
  public LogitMargin {
    new Checks().range("probes", probes, 1, 1_000_000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new MarginGauge(new ProbeSet(source, probes), subject.outputs());
  }

  private static final class MarginGauge implements Gauge {
    private final ProbeSet probes;
    private final LayerOutputs outputs;
    private final List<Column> columns;

    MarginGauge(ProbeSet probes, int width) {
      this.probes = probes;
      this.outputs = new LayerOutputs(width, false);
      String where = "margin." + probes.source().name().toLowerCase(Locale.ROOT) + ".";
      String margin = "logit of the class less the largest other";
      this.columns =
          List.of(
              new Column(where + "mean", "1", "mean over examples of the " + margin),
              new Column(where + "least", "1", "least " + margin),
              new Column(where + "lowest_tenth", "1", "10 % quantile of the " + margin),
              new Column(where + "scale_free", "1", "mean margin over mean length of the logits"));
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
      activations
          .classes()
          .ifPresent(classes -> measure(outputs.ofLast(activations), classes, row));
      return row;
    }

    private static void measure(double[] logits, ClassTargets classes, double[] row) {
      int n = classes.rows();
      if (!Double.isFinite(Arrays.stream(logits).map(v -> 0 * v).sum())) {
        return;
      }
      double[] margins = new double[n];
      double lengths = 0;
      for (int i = 0; i < n; i++) {
        margins[i] = margin(logits, n, i, classes.label(i));
        lengths += length(logits, n, i);
      }
      double mean = Arrays.stream(margins).sum() / n;
      Arrays.sort(margins);
      row[0] = mean;
      row[1] = margins[0];
      row[2] = margins[(int) Math.floor(0.1 * (n - 1))];
      row[3] = mean / (lengths / n);
    }

    private static double margin(double[] logits, int n, int row, int label) {
      double other = Double.NEGATIVE_INFINITY;
      for (int c = 0; c * n < logits.length; c++) {
        other = c == label ? other : Math.max(other, logits[c * n + row]);
      }
      return logits[label * n + row] - other;
    }

    private static double length(double[] logits, int n, int row) {
      int classes = logits.length / n;
      double mean = 0;
      for (int c = 0; c < classes; c++) {
        mean += logits[c * n + row] / classes;
      }
      double square = 0;
      for (int c = 0; c < classes; c++) {
        square += (logits[c * n + row] - mean) * (logits[c * n + row] - mean);
      }
      return Math.sqrt(square);
    }
  }
}

package org.dynlab.instrument.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.instrument.feature.LayerOutputs;
import org.dynlab.store.table.Column;

/** {@link FourierProgress} at work. */
final class ProgressGauge implements Gauge {
  private static final int FIRST_LOSS = 2;
  private static final int LOSSES = 6;
  private final FourierProgress settings;
  private final int p;
  private final int trainRows;
  private final ParameterBlock embedding;
  private final LayerOutputs outputs;
  private final List<Column> columns = new ArrayList<>();

  ProgressGauge(FourierProgress settings, Subject subject) {
    this.settings = settings;
    this.p = subject.data().classes();
    this.trainRows = subject.data().trainRows();
    this.embedding = subject.layout().weights().get(0);
    this.outputs = new LayerOutputs(subject.outputs(), false);
    String of = " of the Fourier power of " + embedding.name();
    add("embedding.gini", "1", "Gini coefficient" + of);
    add("embedding.key_share", "1", "share in the key frequencies" + of);
    add("restricted.train_loss", "nat", "cross-entropy of key frequencies alone, train pairs");
    add("restricted.eval_loss", "nat", "cross-entropy of key frequencies alone, evaluation pairs");
    add("restricted.eval_accuracy", "1", "accuracy of key frequencies alone, evaluation pairs");
    add("excluded.train_loss", "nat", "cross-entropy without key frequencies, train pairs");
    add("excluded.train_accuracy", "1", "accuracy without key frequencies, train pairs");
    add("excluded.eval_loss", "nat", "cross-entropy without key frequencies, evaluation pairs");
    if (settings.spectrum()) {
      for (int k = 1; k <= Frequencies.count(p); k++) {
        add("embedding.power_" + k, "1", "Fourier power of " + embedding.name() + " at " + k);
      }
    }
  }

  private void add(String name, String unit, String meaning) {
    columns.add(new Column("fourier." + name, unit, meaning));
  }

  @Override
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  @Override
  public double[] measure(StepView view) {
    double[] row = new double[columns.size()];
    double[] power =
        Frequencies.power(
            view.parameters(), embedding.offset(), embedding.rows(), embedding.columns(), p);
    row[0] = Frequencies.gini(power);
    Arrays.fill(row, 1, FIRST_LOSS + LOSSES, Double.NaN);
    if (settings.spectrum()) {
      System.arraycopy(power, 0, row, FIRST_LOSS + LOSSES, power.length);
    }
    Activations all = view.activations(new ProbeSet(Source.ALL, p * p));
    Pairs.of(all, p).ifPresent(pairs -> measure(outputs.ofLast(all), pairs, power, row));
    return row;
  }

  private void measure(double[] logits, Pairs pairs, double[] power, double[] row) {
    if (!Double.isFinite(Arrays.stream(logits).map(v -> 0 * v).sum())) {
      return;
    }
    int n = pairs.sums().length;
    Frequencies frequencies = new Frequencies(p, pairs.sums());
    List<double[]> totals = new ArrayList<>();
    for (int c = 0; c < p; c++) {
      totals.add(frequencies.bySum(logits, c * n));
    }
    List<Integer> keys =
        settings.frequencies().isEmpty()
            ? frequencies.largest(totals, settings.keys())
            : settings.frequencies();
    row[1] = keys.stream().mapToDouble(k -> power[k - 1]).sum() / Arrays.stream(power).sum();
    double[] restricted = new double[logits.length];
    double[] excluded = new double[logits.length];
    for (int c = 0; c < p; c++) {
      double mean = Arrays.stream(totals.get(c)).sum() / n;
      double[] waves = frequencies.waves(totals.get(c), keys);
      for (int i = 0; i < n; i++) {
        double part = waves[pairs.sums()[i]];
        restricted[c * n + i] = mean + part;
        excluded[c * n + i] = logits[c * n + i] - part;
      }
    }
    Score train = new Score(restricted, pairs.labels(), 0, trainRows);
    Score eval = new Score(restricted, pairs.labels(), trainRows, n);
    row[FIRST_LOSS] = train.loss();
    row[FIRST_LOSS + 1] = eval.loss();
    row[FIRST_LOSS + 2] = eval.accuracy();
    train = new Score(excluded, pairs.labels(), 0, trainRows);
    eval = new Score(excluded, pairs.labels(), trainRows, n);
    row[FIRST_LOSS + 3] = train.loss();
    row[FIRST_LOSS + 4] = train.accuracy();
    row[FIRST_LOSS + 5] = eval.loss();
  }
}

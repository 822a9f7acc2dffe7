package org.dynlab.instrument.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dynlab.core.instrument.Activations;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.instrument.feature.LayerOutputs;
import org.dynlab.instrument.information.LayerEstimator.Context;
import org.dynlab.instrument.information.LayerEstimator.Quantity;
import org.dynlab.store.table.Column;

/**
 * Estimates of every hidden layer in bits, with ceiling, floor and a flag where an estimate sits
 * within {@value #NEAR} of its ceiling: {@code mi.<layer>.<quantity>_<source>}, {@code
 * mi.ceiling.<quantity>_<source>}, {@code mi.floor.<quantity>_<source>}, {@code
 * mi.<layer>.saturated_<quantity>_<source>}.
 */
final class InformationGauge implements Gauge {
  private static final double NEAR = 0.02;
  private static final double LN_2 = Math.log(2);

  private final ProbeSet probes;
  private final boolean unitRms;
  private final LayerEstimator estimator;
  private final List<LayerOutputs> layers;
  private final List<Column> columns;

  InformationGauge(ProbeSet probes, boolean unitRms, LayerEstimator estimator, Subject subject) {
    this.probes = probes;
    this.unitRms = unitRms;
    this.estimator = estimator;
    this.layers =
        subject.hidden().stream().map(place -> new LayerOutputs(place.width(), unitRms)).toList();
    this.columns = List.copyOf(describe(subject));
  }

  private List<Column> describe(Subject subject) {
    List<Column> described = new ArrayList<>();
    Quantity first = estimator.quantities().get(0);
    String over = " over " + subject.rows(probes) + " " + source() + " inputs";
    described.add(
        column(
            "ceiling", first.name(), "log2 of the number of inputs, the most there can be" + over));
    described.add(column("floor", first.name(), "entropy of the classes" + over));
    for (Place place : subject.hidden()) {
      String scaled = unitRms ? ", outputs scaled to a root mean square of 1" : "";
      for (Quantity quantity : estimator.quantities()) {
        String of = quantity.meaning() + ", T the outputs of " + place.name() + scaled + over;
        described.add(column(place.name(), quantity.name(), of));
        if (quantity.bounded()) {
          described.add(flag(place, quantity));
        }
      }
    }
    return described;
  }

  private Column flag(Place place, Quantity quantity) {
    return new Column(
        "mi." + place.name() + ".saturated_" + quantity.name() + suffix(),
        "1",
        "1 where " + quantity.name() + " is within 2 % of the ceiling and says nothing, else 0");
  }

  private Column column(String where, String what, String meaning) {
    return new Column("mi." + where + "." + what + suffix(), "bit", meaning);
  }

  private String suffix() {
    return "_" + source() + (unitRms ? "_unit_rms" : "");
  }

  private String source() {
    return probes.source().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public double[] measure(StepView view) {
    Activations activations = view.activations(probes);
    Context context = new Context(ProbeClasses.of(activations), activations);
    Optional<ProbeClasses> classes = context.classes();
    double ceiling = Math.log(activations.rows()) / LN_2;
    double[] row = new double[columns.size()];
    row[0] = ceiling;
    row[1] = classes.map(ProbeClasses::entropy).orElse(Double.NaN) / LN_2;
    int next = 2;
    for (int layer = 0; layer < layers.size(); layer++) {
      double[] outputs = layers.get(layer).of(activations, layer);
      double[] found = estimator.of(outputs, activations.rows(), context);
      for (int q = 0; q < found.length; q++) {
        double bits = found[q] / LN_2;
        row[next++] = bits;
        if (estimator.quantities().get(q).bounded()) {
          row[next++] = flag(bits, ceiling);
        }
      }
    }
    return row;
  }

  private static double flag(double bits, double ceiling) {
    if (Double.isNaN(bits)) {
      return Double.NaN;
    }
    return bits >= (1 - NEAR) * ceiling ? 1 : 0;
  }
}

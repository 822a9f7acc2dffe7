package org.dynlab.instrument.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;

/**
 * Information by distances to nearest neighbours, in bits: the differential entropy of every hidden
 * layer ({@link KozachenkoLeonenko}; may be negative, and moves by width · log2 c when the layer is
 * scaled by c), I(T;Y) with classes ({@link Ross}), and on request I(X;T) with the inputs taken as
 * continuous numbers ({@link Ksg}), which makes sense for few input dimensions only.
 *
 * <p>Saxe et al. (2018) plot the entropy alone, since I(X;T) differs from it by a constant when the
 * same noise is added everywhere. All of them are badly biased in more than some ten dimensions and
 * cannot exceed about log2 of the number of inputs. Cost: n² · width per layer.
 */
@Meaning("entropy and information of hidden layers by nearest neighbours; in bits")
public record NeighbourInformation(
    @Meaning("k-th neighbours, >= 1") @Default("3") int neighbours,
    @Meaning("also I(X;T) by both KSG estimators, inputs taken as continuous") @Default("false")
        boolean inputs,
    @Meaning("divide each layer's outputs by their root mean square first") @Default("false")
        boolean unitRms,
    @Meaning("number of inputs; all if there are fewer") @Default("1000") int probes,
    @Meaning("where inputs are drawn from: all, train or eval") @Default("train") Source source)
    implements Instrument {

  /** Checks the ranges. */
  public NeighbourInformation {
    new Checks()
        .range("neighbours", neighbours, 1, 1000)
        .range("probes", probes, 2, 100_000)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new InformationGauge(
        new ProbeSet(source, probes), unitRms, new Estimator(neighbours, inputs), subject);
  }

  private record Estimator(int k, boolean inputs) implements LayerEstimator {
    @Override
    public List<Quantity> quantities() {
      List<Quantity> all = new ArrayList<>();
      all.add(new Quantity("h_t_nearest_" + k, "differential entropy of T by neighbours", false));
      all.add(new Quantity("t_y_nearest_" + k, "I(T;Y) by neighbours", false));
      if (inputs) {
        all.add(new Quantity("x_t_ksg1_" + k, "I(X;T) by the first KSG estimator", true));
        all.add(new Quantity("x_t_ksg2_" + k, "I(X;T) by the second KSG estimator", true));
      }
      return all;
    }

    @Override
    public double[] of(double[] outputs, int rows, Context context) {
      Points points = new Points(outputs, rows);
      double[] found = new double[quantities().size()];
      found[0] = KozachenkoLeonenko.entropy(points, k);
      found[1] = context.classes().map(c -> Ross.information(points, c, k)).orElse(Double.NaN);
      if (inputs) {
        Optional<Points> x = context.inputs();
        found[2] = x.map(p -> Ksg.information(p, points, k, Ksg.Form.FIRST)).orElse(Double.NaN);
        found[3] = x.map(p -> Ksg.information(p, points, k, Ksg.Form.SECOND)).orElse(Double.NaN);
      }
      return found;
    }
  }
}

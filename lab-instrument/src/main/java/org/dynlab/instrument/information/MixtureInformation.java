package org.dynlab.instrument.information;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.Subject;
import org.dynlab.instrument.flat.NumberName;

/**
 * Lower and upper bounds on I(X;T) of every hidden layer with Gaussian noise added to its outputs,
 * and the two matching numbers for I(T;Y), in bits (see {@link MixtureBounds}).
 *
 * <p>The noise decides the numbers. {@code variance} lists σ² in the units of the outputs: Saxe et
 * al. (2018) write 0.1, their code has 0.001 for the 12-bit task and 0.1 for MNIST. {@code
 * relative} lists factors c for σ² = c · median_i min_{j≠i} ‖h_i - h_j‖² / width, taken anew at
 * every step, so that the noise follows the scale of the layer; 0 where half of the outputs
 * coincide, which gives NaN. With a fixed σ² a layer that merely grows shows more information and
 * one that shrinks less: compare with {@code unitRms: true} or {@code relative}.
 */
@Meaning("bounds on the information of hidden layers with Gaussian noise added; in bits")
public record MixtureInformation(
    @Meaning("noise variances, > 0") @Default("[0.1]") List<Double> variance,
    @Meaning("factors of the median squared distance to the nearest, per unit, > 0") @Default("[]")
        List<Double> relative,
    @Meaning("divide each layer's outputs by their root mean square first") @Default("false")
        boolean unitRms,
    @Meaning("number of inputs; all if there are fewer") @Default("1024") int probes,
    @Meaning("where inputs are drawn from: all, train or eval") @Default("train") Source source)
    implements Instrument {

  /** Checks the ranges, copies the lists. */
  public MixtureInformation {
    variance = List.copyOf(variance);
    relative = List.copyOf(relative);
    Checks checks = new Checks();
    boolean some = !variance.isEmpty() || !relative.isEmpty();
    checks.that(some, "variance", "must name one here or under relative", "[]");
    check(checks, "variance", variance);
    check(checks, "relative", relative);
    checks.range("probes", probes, 2, 100_000).done();
  }

  private static void check(Checks checks, String name, List<Double> values) {
    for (int k = 0; k < values.size(); k++) {
      String place = name + "[" + k + "]";
      checks.positive(place, values.get(k));
      boolean first = values.indexOf(values.get(k)) == k;
      checks.that(first, place, "must not repeat an earlier one", values.get(k));
    }
  }

  @Override
  public Gauge begin(Subject subject) {
    return new InformationGauge(
        new ProbeSet(source, probes), unitRms, new Estimator(variance, relative), subject);
  }

  private static final class Estimator implements LayerEstimator {
    private final List<Double> variance;
    private final List<Double> relative;
    private final MixtureBounds bounds = new MixtureBounds();

    Estimator(List<Double> variance, List<Double> relative) {
      this.variance = variance;
      this.relative = relative;
    }

    @Override
    public List<Quantity> quantities() {
      List<Quantity> all = new ArrayList<>();
      variance.forEach(v -> add(all, NumberName.of(v), "noise variance " + v));
      relative.forEach(
          c -> add(all, "rel_" + NumberName.of(c), "noise variance " + c + " of the spacing"));
      return all;
    }

    private static void add(List<Quantity> all, String name, String noise) {
      all.add(new Quantity("x_t_lower_" + name, "lower bound on I(X;T), " + noise, true));
      all.add(new Quantity("x_t_upper_" + name, "upper bound on I(X;T), " + noise, true));
      all.add(new Quantity("t_y_lower_" + name, "I(T;Y) from lower bounds, " + noise, false));
      all.add(new Quantity("t_y_upper_" + name, "I(T;Y) from upper bounds, " + noise, false));
    }

    @Override
    public double[] of(double[] outputs, int rows, Context context) {
      double[] found = new double[4 * (variance.size() + relative.size())];
      int next = 0;
      for (double noise : variance) {
        next = put(bounds.of(outputs, rows, noise, context.classes()), found, next);
      }
      double spacing = relative.isEmpty() ? 0 : bounds.spacing(outputs, rows);
      for (double factor : relative) {
        double noise = factor * spacing;
        next = put(bounds.of(outputs, rows, noise, context.classes()), found, next);
      }
      return found;
    }

    private static int put(MixtureBounds.Bounds bounds, double[] found, int at) {
      found[at] = bounds.lower().ofInputs();
      found[at + 1] = bounds.upper().ofInputs();
      found[at + 2] = bounds.lower().ofClasses();
      found[at + 3] = bounds.upper().ofClasses();
      return at + 4;
    }
  }
}

package org.dynlab.instrument.curvature;

import java.util.Arrays;
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
import org.dynlab.core.random.Stream;
import org.dynlab.instrument.flat.Dot;
import org.dynlab.store.table.Column;

/**
 * The Hessian H of the training loss, by products with vectors (see {@link HessianProduct}):
 *
 * <pre>
 * top        largest eigenvalue, by power iteration; where the eigenvalue of largest size is negative,
 *            by a second iteration on H shifted by it
 * residual   ‖Hv - top·v‖ / |top| for its unit vector v: how far the iteration has come
 * trace      mean of zᵀHz over random signs z (Hutchinson 1990, doi:10.1080/03610919008812866)
 * trace.se   its standard error
 * </pre>
 *
 * <p>Power iteration from a fixed random start, until the residual is below {@code tolerance} or
 * the iterations are used up; of two near eigenvalues it finds a mixture, whose value lies between
 * them. Double precision, without dropout and penalties. NaN where a gradient is not finite. Cost:
 * 2 gradients over the samples per product, at most 2 · iterations + vectors products.
 */
@Meaning("largest eigenvalue and trace of the Hessian of the training loss")
public record Hessian(
    @Meaning("most training examples that the loss is taken over") @Default("1024") int samples,
    @Meaning("most iterations, each of two gradients") @Default("50") int iterations,
    @Meaning("residual at which iteration ends, in (0, 1)") @Default("1.0e-3") double tolerance,
    @Meaning("random vectors for the trace; 0 for no trace") @Default("10") int vectors)
    implements Instrument {

  /** Checks the ranges. */
  public Hessian {
    new Checks()
        .range("samples", samples, 1, 1_000_000_000)
        .range("iterations", iterations, 1, 100_000)
        .strictlyBetween("tolerance", tolerance, 0, 1)
        .range("vectors", vectors, 0, 100_000)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new HessianGauge(this, subject);
  }

  private static final class HessianGauge implements Gauge {
    private static final List<Column> COLUMNS =
        List.of(
            new Column("hessian.top", "1", "largest eigenvalue of the training loss's Hessian"),
            new Column("hessian.residual", "1", "relative residual of that eigenvalue"),
            new Column("hessian.trace", "1", "trace of the Hessian, by random signs"),
            new Column("hessian.trace.se", "1", "standard error of the trace"));
    private final Hessian settings;
    private final ProbeSet probes;
    private final SeedTree seeds;
    private final double[] v;
    private final double[] product;

    HessianGauge(Hessian settings, Subject subject) {
      this.settings = settings;
      this.probes = new ProbeSet(Source.TRAIN, settings.samples);
      this.seeds = subject.seeds().child("hessian");
      this.v = new double[subject.layout().size()];
      this.product = new double[v.length];
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public double[] measure(StepView view) {
      HessianProduct hessian = new HessianProduct(view.objective(probes), view.parameters());
      Pair dominant = iterate(hessian, 0);
      Pair top = dominant.value < 0 ? iterate(hessian, dominant.value) : dominant;
      double[] squares = new double[settings.vectors];
      Stream stream = seeds.stream("signs");
      for (int k = 0; k < squares.length; k++) {
        Arrays.setAll(v, i -> stream.uniform() < 0.5 ? -1 : 1);
        hessian.times(v, product);
        squares[k] = Dot.of(v, product);
      }
      double mean = Arrays.stream(squares).sum() / squares.length;
      double spread = Arrays.stream(squares).map(s -> (s - mean) * (s - mean)).sum();
      double error = Math.sqrt(spread / (squares.length - 1) / squares.length);
      return new double[] {top.value, top.residual, mean, error};
    }

    private record Pair(double value, double residual) {}

    /** The eigenvalue of H farthest from {@code shift}. */
    private Pair iterate(HessianProduct hessian, double shift) {
      Stream stream = seeds.stream("start");
      Arrays.setAll(v, i -> stream.gaussian());
      scale(v, 1 / Math.sqrt(Dot.of(v, v)));
      Pair pair = new Pair(Double.NaN, Double.NaN);
      for (int k = 0; k < settings.iterations; k++) {
        hessian.times(v, product);
        double value = Dot.of(v, product);
        double rest = 0;
        double square = 0;
        for (int i = 0; i < v.length; i++) {
          double off = product[i] - value * v[i];
          rest += off * off;
          product[i] -= shift * v[i];
          square += product[i] * product[i];
        }
        pair = new Pair(value, Math.sqrt(rest) / Math.abs(value));
        boolean done = !(pair.residual > settings.tolerance) || square == 0;
        if (done) {
          return pair;
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < v.length; i++) {
          v[i] = product[i] / length;
        }
      }
      return pair;
    }

    private static void scale(double[] x, double factor) {
      for (int i = 0; i < x.length; i++) {
        x[i] *= factor;
      }
    }
  }
}

package org.dynlab.instrument.information;

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
 * I(X;T) and I(T;Y) of every hidden layer with the outputs of its units put into bins (see {@link
 * Binning}), in bits:
 *
 * <ul>
 *   <li>{@code edges}: between {@code count} edges spread evenly from low to high, what lies beyond
 *       them sharing two more bins: 30 edges on [-1, 1] are those of Shwartz-Ziv and Tishby (2017,
 *       arXiv:1703.00810). Here high belongs to the last bin; in their code outputs of exactly 1,
 *       which tanh in float reaches at 9, have a bin of their own, and numbers below -1 share it.
 *   <li>{@code width}: bins [kΔ, (k+1)Δ), unbounded (Saxe et al. 2018; Δ = 0.07 for tanh, 0.5 for
 *       MNIST).
 *   <li>{@code range}: {@code count} equal bins from low to high, which should be the least and the
 *       largest output of all units over the whole run (Saxe et al., appendix C, for functions
 *       without bounds): {@code featureStatistics} of a first run shows them.
 *   <li>{@code tanh}: between the edges tanh(x), x spread evenly from -50 to 50: the control of
 *       Saxe et al. under which compression of tanh layers mostly vanishes.
 * </ul>
 *
 * <p>The estimate is H of the binned layer: for inputs that all differ it equals I(X;T̃). It grows
 * with the number of bins up to the ceiling, which wide layers reach at once; then it says nothing
 * (flag {@code saturated}). It is not unchanged under rescaling of a layer, so growing or shrinking
 * weights alone move it: compare with {@code unitRms: true}. I(T;Y) is too large by the same
 * saturation. NaN where an output is not finite.
 */
@Meaning("information of hidden layers with inputs and classes, by binning; in bits")
public record BinnedInformation(
    @Meaning("edges, width, range or tanh") @Default("edges") Grid grid,
    @Meaning("number of edges (edges, tanh) or bins (range), 2 to 100000") @Default("30") int count,
    @Meaning("lowest edge (edges, range)") @Default("-1") double low,
    @Meaning("highest edge (edges, range), > low") @Default("1") double high,
    @Meaning("Δ (width), > 0") @Default("0.07") double width,
    @Meaning("divide each layer's outputs by their root mean square first") @Default("false")
        boolean unitRms,
    @Meaning("number of inputs; all if there are fewer") @Default("4096") int probes,
    @Meaning("where inputs are drawn from: all, train or eval") @Default("train") Source source)
    implements Instrument {

  /** How the axis of a unit's output is divided. */
  public enum Grid {
    /** Between even edges. */
    EDGES {
      @Override
      Bins bins(BinnedInformation b) {
        return new Bins.Between(b.low, b.high, b.count - 1);
      }
    },
    /** Bins of one width. */
    WIDTH {
      @Override
      Bins bins(BinnedInformation b) {
        return new Bins.Even(0, b.width, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
    },
    /** That many bins over a range. */
    RANGE {
      @Override
      Bins bins(BinnedInformation b) {
        return new Bins.Even(b.low, (b.high - b.low) / b.count, 0, b.count - 1);
      }
    },
    /** Between edges that crowd at ±1. */
    TANH {
      @Override
      Bins bins(BinnedInformation b) {
        double[] edges = new double[b.count];
        for (int k = 0; k < edges.length; k++) {
          edges[k] = StrictMath.tanh(-50 + 100.0 * k / (edges.length - 1));
        }
        return new Bins.Edges(edges);
      }
    };

    abstract Bins bins(BinnedInformation settings);
  }

  /** Checks the ranges. */
  public BinnedInformation {
    new Checks()
        .range("count", count, 2, 100_000)
        .that(Double.isFinite(low), "low", "must be a finite number", low)
        .that(high > low && Double.isFinite(high), "high", "must be > low", high, "low is " + low)
        .positive("width", width)
        .range("probes", probes, 1, 1_000_000)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new InformationGauge(
        new ProbeSet(source, probes), unitRms, new Estimator(name(), grid.bins(this)), subject);
  }

  private String name() {
    return switch (grid) {
      case EDGES -> "edges_" + count;
      case WIDTH -> "width_" + NumberName.of(width);
      case RANGE -> "range_" + count;
      case TANH -> "tanh_" + count;
    };
  }

  private static final class Estimator implements LayerEstimator {
    private final String name;
    private final Binning binning;

    Estimator(String name, Bins bins) {
      this.name = name;
      this.binning = new Binning(bins);
    }

    @Override
    public List<Quantity> quantities() {
      return List.of(
          new Quantity("x_t_" + name, "I(X;T) by binning", true),
          new Quantity("t_y_" + name, "I(T;Y) by binning", false));
    }

    @Override
    public double[] of(double[] outputs, int rows, Context context) {
      Estimate found = binning.of(outputs, rows, context.classes());
      return new double[] {found.ofInputs(), found.ofClasses()};
    }
  }
}

package org.dynlab.instrument.gradient;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Objective;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.instrument.flat.BlockColumns;
import org.dynlab.instrument.flat.Sums;
import org.dynlab.store.table.Column;

/**
 * How much the gradients of single training examples differ, over m fixed ones, in all and per
 * block: with g_i the gradient of example i and g their mean,
 *
 * <pre>
 * sample_norm       mean_i ‖g_i‖²
 * noise             Tr Σ = mean_i ‖g_i‖² - ‖g‖²,    Σ = (1/m) Σ_i g_i g_iᵀ - g gᵀ
 * signal_to_noise   ‖g‖ / √(Tr Σ)
 * </pre>
 *
 * <p>The last one is the ratio of the norms of mean and standard deviation of Saxe et al. (2018,
 * ICLR; section 4). Over a part of the n training examples, Tr Σ is too small by a factor of about
 * (m-1)/m · n/(n-1) and ‖g‖² too large by about Tr Σ/m. In double precision, without dropout. NaN
 * where a gradient is not finite, or the loss is not a mean over examples (several equations); the
 * ratio where all examples agree. Cost: m passes of one example, back too.
 *
 * @param samples m; all if there are fewer
 */
@Meaning("norms of the gradients of single examples, their noise and signal-to-noise ratio")
public record GradientNoise(
    @Meaning("number m of training examples, >= 2") @Default("128") int samples)
    implements Instrument {

  /** Checks the range. */
  public GradientNoise {
    new Checks().range("samples", samples, 2, 1_000_000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new NoiseGauge(subject.layout(), new ProbeSet(Source.TRAIN, samples));
  }

  private static final class NoiseGauge implements Gauge {
    private static final int STATISTICS = 3;
    private final ParameterLayout layout;
    private final ProbeSet probes;
    private final List<Column> columns;
    private final double[] gradient;

    NoiseGauge(ParameterLayout layout, ProbeSet probes) {
      this.layout = layout;
      this.probes = probes;
      this.gradient = new double[layout.size()];
      String over = " over " + probes.size() + " training examples; gradient with respect to";
      this.columns =
          new BlockColumns("gradient")
              .with(
                  "sample_norm", "mean squared L2 norm of the gradients of single examples," + over)
              .with("noise", "trace of the covariance of the gradients of single examples," + over)
              .with("signal_to_noise", "norm of the mean over root of that trace," + over)
              .of(layout, true);
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public double[] measure(StepView view) {
      Objective objective = view.objective(probes);
      double[] norms = objective.sampleNorms(view.parameters());
      double unused = objective.gradient(view.parameters(), gradient);
      double[] row = new double[columns.size()];
      List<ParameterBlock> blocks = layout.blocks();
      double[] all = new double[2];
      for (int b = 0; b < blocks.size(); b++) {
        double squares = mean(norms, b, blocks.size());
        Sums sums = Sums.of(gradient, blocks.get(b).offset(), blocks.get(b).end());
        put(row, b + 1, squares, sums.squares());
        all[0] += squares;
        all[1] += sums.squares();
      }
      put(row, 0, all[0], all[1]);
      return row;
    }

    private static double mean(double[] norms, int block, int blocks) {
      double sum = 0;
      for (int at = block; at < norms.length; at += blocks) {
        sum += norms[at];
      }
      return sum * blocks / norms.length;
    }

    private static void put(double[] row, int place, double squares, double ofMean) {
      int at = place * STATISTICS;
      if (!Double.isFinite(squares) || !Double.isFinite(ofMean)) {
        Arrays.fill(row, at, at + STATISTICS, Double.NaN);
        return;
      }
      double noise = Math.max(0, squares - ofMean);
      row[at] = squares;
      row[at + 1] = noise;
      row[at + 2] = noise > 0 ? Math.sqrt(ofMean / noise) : Double.NaN;
    }
  }
}

package org.dynlab.instrument.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dynlab.core.algebra.SymmetricMatrix;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.table.Column;

/**
 * The linear mapping number (Liu, Zhong and Tegmark 2023, arXiv:2310.05918, section 2) of the part
 * of a network behind a place: how many linear maps it would take. For N inputs x_i as they are at
 * that place and the outputs y_k on the way λ ↦ x_i + λ(x_j - x_i), λ = 0, 1/20, ..., 1:
 *
 * <pre>
 * L_ij  = mean over outputs k of the squared correlation of y_k with λ,   L_ii = 1
 * S     = -Σ μ̃ log2 μ̃,  μ̃ = |μ| / Σ|μ|,  μ the eigenvalues of L
 * LMN   = 2^S                                                     in [1, N]
 * </pre>
 *
 * <p>An affine map gives 1, c clusters of inputs with affine maps of their own c. An output that is
 * constant on a way counts as linear there (the article is silent). The article takes the way from
 * the first hidden layer to the logits, without saying whether before or after the activation
 * function, and does not say which inputs: here after it, and the inputs named. {@code linearity}
 * is the mean of L_ij over i ≠ j. NaN where an output is not finite. Cost: 19 N(N-1)/2 + N rows
 * through that part.
 *
 * @param place where the ways lie; what the first hidden layer gives if empty
 */
@Meaning("number of linear maps that the part of the network behind a place amounts to")
public record LinearMappingNumber(
    @Meaning("number of inputs N, >= 2") @Default("100") int count,
    @Meaning("where inputs are drawn from: all, train or eval") @Default("all") Source source,
    @Meaning("place in the network; empty: what the first hidden layer gives") @Default("''")
        String place)
    implements Instrument {

  /** Checks the range. */
  public LinearMappingNumber {
    new Checks().range("count", count, 2, 2000).done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new MappingGauge(this, subject);
  }

  private static final class MappingGauge implements Gauge {
    private static final int POINTS = 21;

    /** Most numbers put into the network at once. */
    private static final int MOST = 1 << 20;

    private final ProbeSet probes;
    private final int place;
    private final int width;
    private final int outputs;
    private final List<Column> columns;

    MappingGauge(LinearMappingNumber settings, Subject subject) {
      this.probes = new ProbeSet(settings.source, settings.count);
      this.place = Entrances.find(subject, settings.place, 1, "probes.linearMappingNumber");
      this.width = subject.entrances().get(place).width();
      this.outputs = subject.outputs();
      String name = subject.entrances().get(place).name();
      String from = "linear_mapping." + name + ".";
      String source = "_" + settings.source.name().toLowerCase(Locale.ROOT);
      String of = " from " + name + " to the outputs, " + subject.rows(probes) + " inputs";
      this.columns =
          List.of(
              new Column(from + "number" + source, "1", "linear mapping number" + of),
              new Column(
                  from + "linearity" + source,
                  "1",
                  "mean squared correlation with the way between two inputs" + of));
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public double[] measure(StepView view) {
      Interior interior = view.interior();
      double[] inputs = interior.rowsAt(place, probes);
      int n = inputs.length / width;
      double[] ends = interior.pass(place, inputs).outputs().clone();
      SymmetricMatrix linearity = new SymmetricMatrix(n);
      int together = Math.max(1, MOST / ((POINTS - 2) * width));
      double sum = 0;
      for (int i = 0; i < n; i++) {
        linearity.set(i, i, 1);
        for (int from = 0; from < i; from += together) {
          int to = Math.min(i, from + together);
          double[] between = interior.pass(place, ways(inputs, i, from, to)).outputs();
          for (int j = from; j < to; j++) {
            double value = linearity(ends, i, j, between, (j - from) * (POINTS - 2));
            linearity.set(i, j, value);
            linearity.set(j, i, value);
            sum += value;
          }
        }
      }
      double mean = sum / (n * (n - 1) / 2.0);
      return new double[] {Double.isFinite(sum) ? number(linearity) : Double.NaN, mean};
    }

    /** The inner points of the ways from input i to each of from..to-1. */
    private double[] ways(double[] inputs, int i, int from, int to) {
      double[] rows = new double[(to - from) * (POINTS - 2) * width];
      int at = 0;
      for (int j = from; j < to; j++) {
        for (int k = 1; k < POINTS - 1; k++) {
          double along = k / (POINTS - 1.0);
          for (int d = 0; d < width; d++) {
            double start = inputs[i * width + d];
            rows[at++] = start + along * (inputs[j * width + d] - start);
          }
        }
      }
      return rows;
    }

    private double linearity(double[] ends, int i, int j, double[] between, int first) {
      double sum = 0;
      double[] y = new double[POINTS];
      for (int k = 0; k < outputs; k++) {
        y[0] = ends[i * outputs + k];
        y[POINTS - 1] = ends[j * outputs + k];
        for (int p = 1; p < POINTS - 1; p++) {
          y[p] = between[(first + p - 1) * outputs + k];
        }
        sum += squaredCorrelation(y);
      }
      return sum / outputs;
    }

    /** With 0, 1, 2, ...; 1 for a constant, up to the rounding of its own size. */
    private static double squaredCorrelation(double[] y) {
      double mean = Arrays.stream(y).sum() / y.length;
      double middle = (y.length - 1) / 2.0;
      double product = 0;
      double squares = 0;
      double ofWay = 0;
      for (int p = 0; p < y.length; p++) {
        product += (p - middle) * (y[p] - mean);
        squares += (y[p] - mean) * (y[p] - mean);
        ofWay += (p - middle) * (p - middle);
      }
      double rounding = 8 * Math.ulp(mean);
      return squares <= y.length * rounding * rounding ? 1 : product * product / squares / ofWay;
    }

    private static double number(SymmetricMatrix linearity) {
      double[] values = linearity.eigenvalues();
      double total = Arrays.stream(values).map(Math::abs).sum();
      double bits = 0;
      for (double value : values) {
        double p = Math.abs(value) / total;
        bits -= p > 0 ? p * Math.log(p) / Math.log(2) : 0 * p;
      }
      return Math.pow(2, bits);
    }
  }
}

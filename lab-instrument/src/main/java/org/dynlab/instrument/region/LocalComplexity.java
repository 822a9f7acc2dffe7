package org.dynlab.instrument.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Passage;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.store.table.Column;

/**
 * Local complexity (Humayun, Balestriero and Baraniuk 2024, arXiv:2402.15555, section 2.2): how
 * many units of each hidden layer have their zero, z = 0 for the pre-activation z, inside a small
 * neighbourhood of an input, the mean over N inputs. The neighbourhood of x is the cross-polytope
 * with the vertices x ± r v_p, v_1 ... v_P orthonormal; a unit counts if the sign of z is not the
 * same at all 2P vertices (0 has a sign of its own).
 *
 * <p>One frame v, drawn once per run, serves all inputs. In the first layer the count is exact:
 * {@code |w·x + b| < r max_p |w·v_p|}. In later layers the vertices are those of the deformed
 * neighbourhood. Unlike the published code, which also counts the logits, hidden layers alone are
 * counted. Inputs: {@code train}, {@code eval}, or {@code random}: uniform in the box that the
 * training inputs span at that place. Networks with smooth activations are read the same way, at z
 * = 0. {@code all} is the sum over layers, {@code all.ci99} half the width of its 99 % confidence
 * interval over inputs, 2.576 standard errors. NaN where a pre-activation is not finite. Cost: 2PN
 * rows through the network.
 *
 * @param place where the neighbourhoods lie; the first place there is if empty
 * @param radius r, in the units of the numbers at that place
 * @param directions P; at most the width of the place
 */
@Meaning("units whose zero crosses a small neighbourhood of an input, per hidden layer")
public record LocalComplexity(
    @Meaning("where: train, eval or random points") @Default("train") Points points,
    @Meaning("number of points N, >= 2") @Default("256") int count,
    @Meaning("radius r, > 0") @Default("0.005") double radius,
    @Meaning("number of orthonormal directions P") @Default("25") int directions,
    @Meaning("place in the network that holds the neighbourhoods; empty: its input") @Default("''")
        String place)
    implements Instrument {

  /** Where the middles of the neighbourhoods come from. */
  public enum Points {
    /** Training inputs. */
    TRAIN,
    /** Evaluation inputs. */
    EVAL,
    /** Uniform in the box of the training inputs. */
    RANDOM
  }

  /** Checks the ranges. */
  public LocalComplexity {
    new Checks()
        .range("count", count, 2, 1_000_000)
        .positive("radius", radius)
        .range("directions", directions, 1, 100_000)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new ComplexityGauge(this, subject);
  }

  private static final class ComplexityGauge implements Gauge {
    /** Most numbers put into the network at once. */
    private static final int MOST = 1 << 20;

    private static final double NORMAL_99 = 2.5758293035489004;
    private final LocalComplexity settings;
    private final int place;
    private final int width;
    private final SeedTree seeds;
    private final double[][] frame;
    private final List<Column> columns = new ArrayList<>();

    ComplexityGauge(LocalComplexity settings, Subject subject) {
      this.settings = settings;
      this.place = Entrances.find(subject, settings.place, 0, "probes.localComplexity");
      Entrance entrance = subject.entrances().get(place);
      this.width = entrance.width();
      this.seeds = subject.seeds().child("local_complexity");
      int directions = Math.min(settings.directions, width);
      this.frame = Frame.draw(directions, width, seeds.stream("frame"));
      String of =
          String.format(
              Locale.ROOT,
              " with a zero within a cross-polytope of radius %s and %d directions about %d %s points",
              settings.radius,
              directions,
              settings.count,
              source());
      columns.add(column("all", "mean number of hidden units" + of));
      columns.add(column("all.ci99", "half the width of the 99 % interval of that mean"));
      for (Place layer : entrance.behind()) {
        columns.add(column(layer.name(), "mean number of units of " + layer.name() + of));
      }
    }

    private String source() {
      return settings.points.name().toLowerCase(Locale.ROOT);
    }

    private Column column(String where, String meaning) {
      return new Column("local_complexity." + where + "_" + source(), "1", meaning);
    }

    @Override
    public List<Column> columns() {
      return List.copyOf(columns);
    }

    @Override
    public double[] measure(StepView view) {
      Interior interior = view.interior();
      double[] middles = middles(interior);
      int count = middles.length / width;
      double[] row = new double[columns.size()];
      double[] perPoint = new double[count];
      int vertices = 2 * frame.length;
      int step = Math.max(1, MOST / (vertices * width));
      for (int from = 0; from < count; from += step) {
        int to = Math.min(count, from + step);
        Passage passage = interior.pass(place, around(middles, from, to));
        for (int layer = 0; layer < passage.layers().size(); layer++) {
          count(passage, layer, from, perPoint, row);
        }
      }
      double mean = Arrays.stream(perPoint).sum() / count;
      double squares = Arrays.stream(perPoint).map(v -> (v - mean) * (v - mean)).sum();
      row[0] = mean;
      row[1] = NORMAL_99 * Math.sqrt(squares / (count - 1) / count);
      for (int k = 2; k < row.length; k++) {
        row[k] /= count;
      }
      return row;
    }

    private double[] middles(Interior interior) {
      Source source = settings.points == Points.EVAL ? Source.EVAL : Source.TRAIN;
      double[] rows = interior.rowsAt(place, new ProbeSet(source, settings.count));
      return settings.points == Points.RANDOM ? scatter(rows) : rows;
    }

    private double[] scatter(double[] rows) {
      double[] low = new double[width];
      double[] high = new double[width];
      Arrays.fill(low, Double.POSITIVE_INFINITY);
      Arrays.fill(high, Double.NEGATIVE_INFINITY);
      for (int i = 0; i < rows.length; i++) {
        low[i % width] = Math.min(low[i % width], rows[i]);
        high[i % width] = Math.max(high[i % width], rows[i]);
      }
      Stream stream = seeds.stream("random");
      double[] drawn = new double[settings.count * width];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = low[i % width] + (high[i % width] - low[i % width]) * stream.uniform();
      }
      return drawn;
    }

    /** The vertices of the neighbourhoods of points from..to-1, those of one point together. */
    private double[] around(double[] middles, int from, int to) {
      double[] rows = new double[(to - from) * 2 * frame.length * width];
      int at = 0;
      for (int i = from; i < to; i++) {
        for (double[] direction : frame) {
          for (int j = 0; j < width; j++) {
            double shift = settings.radius * direction[j];
            rows[at + j] = middles[i * width + j] + shift;
            rows[at + width + j] = middles[i * width + j] - shift;
          }
          at += 2 * width;
        }
      }
      return rows;
    }

    private void count(Passage passage, int layer, int from, double[] perPoint, double[] row) {
      double[] z = passage.preActivations(layer);
      int units = passage.layers().get(layer).width();
      int vertices = 2 * frame.length;
      int points = passage.rows() / vertices;
      for (int i = 0; i < points; i++) {
        double crossed = 0;
        for (int unit = 0; unit < units; unit++) {
          crossed += crossed(z, i * vertices * units + unit, units, vertices);
        }
        perPoint[from + i] += crossed;
        row[2 + layer] += crossed;
      }
    }

    /** 1 if signs differ, 0 if not, NaN if a number is not finite. */
    private static double crossed(double[] z, int first, int stride, int count) {
      double sign = Math.signum(z[first]);
      double different = 0;
      double finite = 0;
      for (int k = 0; k < count; k++) {
        double value = z[first + k * stride];
        different = Math.signum(value) == sign ? different : 1;
        finite += 0 * value;
      }
      return different + finite;
    }
  }
}

package org.dynlab.instrument.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Interior;
import org.dynlab.core.instrument.Passage;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.ProbeSet;
import org.dynlab.core.instrument.ProbeSet.Source;
import org.dynlab.core.instrument.StepView;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.table.Column;

/**
 * The three ways in which regions of input space can go (de Mello Koch and Ghosh 2025,
 * arXiv:2504.12700, section 4.3), read from the signs of the pre-activations of each hidden layer
 * on N probe inputs:
 *
 * <pre>
 * constant        share of units with the same sign on every probe          disappearance
 * merged          share of pairs of the other units whose signs agree, or disagree, on at least
 *                 a given share of the probes                               merging
 * pair_patterns   mean number of sign patterns, of 4, that pairs of the other units show    alignment
 * patterns        number of different sign patterns of the whole layer, at most N
 * </pre>
 *
 * <p>The paper describes the moves and measures none of them; these are this lab's readings. A
 * region that no probe meets is not seen, so all depends on the probes. A sign is that of z > 0.
 * NaN where a pre-activation is not finite, and in the second and third where fewer than two units
 * are left. Cost: one pass of N rows, width²·N/64 word operations.
 *
 * @param agreement share of probes from which on two units count as merged
 */
@Meaning("units whose sign never changes, merged pairs, sign patterns, per hidden layer")
public record RegionMoves(
    @Meaning("number of probe inputs") @Default("1024") int probes,
    @Meaning("where they are drawn from: all, train or eval") @Default("all") Source source,
    @Meaning("share of probes on which merged units agree, in (0.5, 1)") @Default("0.99")
        double agreement)
    implements Instrument {

  /** Checks the ranges. */
  public RegionMoves {
    new Checks()
        .range("probes", probes, 1, 1_000_000)
        .strictlyBetween("agreement", agreement, 0.5, 1)
        .done();
  }

  @Override
  public Gauge begin(Subject subject) {
    return new MovesGauge(this, subject);
  }

  private static final class MovesGauge implements Gauge {
    private static final int STATISTICS = 4;
    private final ProbeSet probes;
    private final double agreement;
    private final List<Column> columns = new ArrayList<>();

    MovesGauge(RegionMoves settings, Subject subject) {
      this.probes = new ProbeSet(settings.source, settings.probes);
      this.agreement = settings.agreement;
      int first = Entrances.find(subject, "", 0, "probes.regionMoves");
      String over =
          ", "
              + subject.rows(probes)
              + " inputs from "
              + settings.source.name().toLowerCase(Locale.ROOT);
      for (Place place : subject.entrances().get(first).behind()) {
        String of = " of " + place.name() + over;
        add(place, "constant", "share of units with one sign on all probes" + of);
        add(place, "merged", "share of pairs of other units with signs that agree" + of);
        add(place, "pair_patterns", "sign patterns, of 4, of a pair of other units" + of);
        add(place, "patterns", "different sign patterns" + of);
      }
    }

    private void add(Place place, String name, String meaning) {
      columns.add(new Column("regions." + place.name() + "." + name, "1", meaning));
    }

    @Override
    public List<Column> columns() {
      return List.copyOf(columns);
    }

    @Override
    public double[] measure(StepView view) {
      Interior interior = view.interior();
      Passage passage = interior.pass(0, interior.rowsAt(0, probes));
      double[] row = new double[columns.size()];
      Arrays.fill(row, Double.NaN);
      for (int layer = 0; layer < passage.layers().size(); layer++) {
        double[] z = passage.preActivations(layer);
        if (Double.isFinite(Arrays.stream(z).map(v -> 0 * v).sum())) {
          Signs signs = new Signs(z, passage.layers().get(layer).width());
          System.arraycopy(signs.moves(agreement), 0, row, STATISTICS * layer, STATISTICS);
        }
      }
      return row;
    }
  }

  /** Signs of [n, width] numbers, 64 of a unit in a word. */
  private static final class Signs {
    private final int rows;
    private final long[][] units;
    private final Set<List<Boolean>> patterns = new HashSet<>();

    Signs(double[] z, int width) {
      this.rows = z.length / width;
      this.units = new long[width][(rows + Long.SIZE - 1) / Long.SIZE];
      for (int i = 0; i < rows; i++) {
        Boolean[] pattern = new Boolean[width];
        for (int j = 0; j < width; j++) {
          pattern[j] = z[i * width + j] > 0;
          units[j][i / Long.SIZE] |= z[i * width + j] > 0 ? 1L << (i % Long.SIZE) : 0;
        }
        patterns.add(List.of(pattern));
      }
    }

    double[] moves(double agreement) {
      int[] positive = Arrays.stream(units).mapToInt(Signs::count).toArray();
      double merged = 0;
      double shown = 0;
      int changing = 0;
      for (int j = 0; j < units.length; j++) {
        if (changes(positive[j])) {
          changing++;
          for (int k = 0; k < j; k++) {
            if (changes(positive[k])) {
              int both = common(units[j], units[k]);
              int same = rows - positive[j] - positive[k] + 2 * both;
              merged += Math.max(same, rows - same) >= agreement * rows ? 1 : 0;
              shown += sign(both) + sign(positive[j] - both) + sign(positive[k] - both);
              shown += sign(same - both);
            }
          }
        }
      }
      double pairs = changing * (changing - 1) / 2.0;
      double constant = 1 - (double) changing / units.length;
      return new double[] {constant, merged / pairs, shown / pairs, patterns.size()};
    }

    private boolean changes(int positive) {
      return positive > 0 && positive < rows;
    }

    private static int sign(int count) {
      return count > 0 ? 1 : 0;
    }

    private static int count(long[] words) {
      return Arrays.stream(words).mapToInt(Long::bitCount).sum();
    }

    private static int common(long[] a, long[] b) {
      int sum = 0;
      for (int w = 0; w < a.length; w++) {
        sum += Long.bitCount(a[w] & b[w]);
      }
      return sum;
    }
  }
}

package org.dynlab.analysis.latent.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.data.Sequences;

/**
 * One scale for the rows of all runs: mean and population std of each column over the rows of some
 * of them. It knows nothing of a run that is not among these.
 *
 * @param means by column
 * @param deviations by column; 0 for a constant one, which is 0 everywhere
 */
record PooledScale(List<Double> means, List<Double> deviations) {

  /** Copies the lists. */
  PooledScale {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
  }

  /** The scale of those runs. */
  static PooledScale of(Sequences raw, List<Integer> runs) {
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int column = 0; column < raw.width(); column++) {
      double[] cells = column(raw, runs, column);
      double mean = IntStream.range(0, cells.length).mapToDouble(i -> cells[i]).average().orElse(0);
      double squares = 0;
      for (double cell : cells) {
        squares += (cell - mean) * (cell - mean);
      }
      means.add(mean);
      deviations.add(Math.sqrt(squares / cells.length));
    }
    return new PooledScale(means, deviations);
  }

  private static double[] column(Sequences raw, List<Integer> runs, int column) {
    return runs.stream()
        .flatMapToDouble(
            run -> IntStream.range(0, raw.length(run)).mapToDouble(t -> raw.value(run, t, column)))
        .toArray();
  }

  /** Every row on this scale. */
  Sequences scaled(Sequences raw) {
    Sequences.Builder builder = new Sequences.Builder(raw.columns());
    for (int run = 0; run < raw.count(); run++) {
      double[][] rows = new double[raw.length(run)][raw.width()];
      for (int t = 0; t < rows.length; t++) {
        for (int j = 0; j < raw.width(); j++) {
          rows[t][j] = scaled(j, raw.value(run, t, j));
        }
      }
      builder.add(raw.runs().get(run), rows);
    }
    return builder.build();
  }

  /** A number of a column on this scale. */
  double scaled(int column, double value) {
    double deviation = deviations.get(column);
    return deviation > 0 ? (value - means.get(column)) / deviation : 0;
  }
}

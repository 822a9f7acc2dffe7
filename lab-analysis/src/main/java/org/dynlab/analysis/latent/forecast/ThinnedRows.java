package org.dynlab.analysis.latent.forecast;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.latent.outcome.Convergence;

/**
 * Evenly spaced rows of the features, the first one among them.
 *
 * @param sequences the rows that are kept
 * @param stride from one to the next, in rows of the features
 * @param lengths of the runs, in rows of the features
 */
record ThinnedRows(Sequences sequences, int stride, List<Integer> lengths) {

  /** Copies the list. */
  ThinnedRows {
    lengths = List.copyOf(lengths);
  }

  /** At most that many of each run. */
  static ThinnedRows of(Sequences raw, int most) {
    List<Integer> lengths = IntStream.range(0, raw.count()).mapToObj(raw::length).toList();
    int stride = (Collections.max(lengths) + most - 1) / most;
    Sequences.Builder builder = new Sequences.Builder(raw.columns());
    for (int run = 0; run < raw.count(); run++) {
      int own = run;
      int[] kept = IntStream.iterate(0, t -> t < raw.length(own), t -> t + stride).toArray();
      builder.add(
          raw.runs().get(run),
          IntStream.of(kept).mapToLong(t -> raw.step(own, t)).toArray(),
          IntStream.of(kept).mapToObj(t -> row(raw, own, t)).toArray(double[][]::new));
    }
    return new ThinnedRows(builder.build(), stride, lengths);
  }

  private static double[] row(Sequences raw, int run, int t) {
    return IntStream.range(0, raw.width()).mapToDouble(j -> raw.value(run, t, j)).toArray();
  }

  /** Rows of the longest run, in rows of the features. */
  int longest() {
    return Collections.max(lengths);
  }

  /** The runs that have not converged by a row of the features, and have rows behind it. */
  int[] left(int row, List<Convergence> convergences) {
    return IntStream.range(0, lengths.size())
        .filter(run -> convergences.get(run).row() > row && lengths.get(run) > row)
        .toArray();
  }

  /** The steps of the rows; empty if they are not the same in all runs as far as these go. */
  Optional<List<Long>> steps() {
    int run =
        IntStream.range(0, lengths.size())
            .reduce((a, b) -> lengths.get(b) > lengths.get(a) ? b : a)
            .orElseThrow();
    long[] steps =
        IntStream.range(0, sequences.length(run)).mapToLong(t -> sequences.step(run, t)).toArray();
    for (int other = 0; other < lengths.size(); other++) {
      for (int t = 0; t < sequences.length(other); t++) {
        if (sequences.step(other, t) != steps[t]) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(LongStream.of(steps).boxed().toList());
  }
}

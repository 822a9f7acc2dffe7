package org.dynlab.analysis.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.latent.Forecast.Moment;
import org.dynlab.analysis.latent.Forecast.Stopping;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Correlation;

/** Makes a {@link Forecast}. */
final class Forecasting {
  private static final List<Double> MOMENTS =
      List.of(0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75);
  private static final int LEAST_RUNS = 8;
  private static final int MOST_GROUPS = 10;
  private static final double PENALTY = 1;
  private static final double ROUNDING = 1e-9;

  private final List<Convergence> convergences;
  private final int groups;
  private final List<CausalStates> without;
  private final int states;
  private final int stride;
  private final int[] lengths;
  private final Bootstrap bootstrap;

  /**
   * Fits one model per group of runs, which that model does not see.
   *
   * @param raw the features as measured
   */
  Forecasting(
      Sequences raw, List<Convergence> convergences, int states, Start start, Bootstrap bootstrap) {
    this.convergences = convergences;
    this.states = states;
    this.bootstrap = bootstrap;
    this.lengths = IntStream.range(0, raw.count()).map(raw::length).toArray();
    int longest = Arrays.stream(lengths).max().orElse(0);
    this.stride = (longest + Forecast.ROWS - 1) / Forecast.ROWS;
    Sequences thinned = thinned(raw);
    this.groups = Math.min(MOST_GROUPS, raw.count());
    this.without =
        IntStream.range(0, groups)
            .parallel()
            .mapToObj(
                group ->
                    CausalStates.without(
                        run -> run % groups == group,
                        thinned,
                        states,
                        start,
                        bootstrap.seed() + group))
            .toList();
  }

  private Sequences thinned(Sequences raw) {
    Sequences.Builder builder = new Sequences.Builder(raw.columns());
    for (int run = 0; run < raw.count(); run++) {
      int own = run;
      double[][] rows =
          IntStream.iterate(0, t -> t < raw.length(own), t -> t + stride)
              .mapToObj(
                  t ->
                      IntStream.range(0, raw.width())
                          .mapToDouble(j -> raw.value(own, t, j))
                          .toArray())
              .toArray(double[][]::new);
      builder.add(raw.runs().get(run), rows);
    }
    return builder.build();
  }

  Forecast forecast() {
    int longest = Arrays.stream(lengths).max().orElse(0);
    List<Moment> moments = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int before = -1;
    for (double share : MOMENTS) {
      int row = (int) (share * (longest - 1)) / stride * stride;
      if (row > before) {
        Optional<Moment> moment = at(row);
        moment.ifPresent(moments::add);
        if (moment.isEmpty()) {
          notes.add(
              "no forecast from row " + row + " on: fewer than " + LEAST_RUNS + " runs are left");
          break;
        }
      }
      before = row;
    }
    return new Forecast(moments, notes);
  }

  private Optional<Moment> at(int row) {
    int[] left =
        IntStream.range(0, lengths.length)
            .filter(run -> convergences.get(run).row() > row && lengths[run] > row)
            .toArray();
    if (left.length < LEAST_RUNS) {
      return Optional.empty();
    }
    double[] actual = IntStream.of(left).mapToDouble(run -> convergences.get(run).row()).toArray();
    double[] predicted = new double[left.length];
    double[] means = new double[left.length];
    double[] medians = new double[left.length];
    double[] lateness = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      double[] others = othersThan(i, actual);
      predicted[i] = predicted(i, left, others, row / stride);
      means[i] = Arrays.stream(others).average().orElseThrow();
      medians[i] = median(others);
      lateness[i] = lateness(predicted[i], means[i]);
    }
    return Optional.of(
        new Moment(
            row,
            left.length,
            1 - squares(predicted, actual) / squares(means, actual),
            Correlation.spearman(lateness, actual, bootstrap).byPercentiles(),
            stopping(row, left, lateness, medians, actual)));
  }

  /** Where the columns say nothing, the mean of the others is predicted: that is 0, and a tie. */
  private static double lateness(double predicted, double mean) {
    double later = predicted - mean;
    return Math.abs(later) > ROUNDING * Math.abs(mean) ? later : 0;
  }

  private double predicted(int i, int[] left, double[] others, int thinnedRow) {
    CausalStates states = without.get(left[i] % groups);
    double[][] rows =
        IntStream.range(0, left.length)
            .filter(j -> j != i)
            .mapToObj(j -> columns(states.states().get(left[j]), thinnedRow))
            .toArray(double[][]::new);
    return new Ridge(rows, others, PENALTY)
        .predict(columns(states.states().get(left[i]), thinnedRow));
  }

  /** Shares of rows so far by state, then the state now as zeros and a one. */
  private double[] columns(int[] path, int row) {
    double[] columns = new double[2 * states];
    for (int t = 0; t <= row; t++) {
      columns[path[t]] += 1.0 / (row + 1);
    }
    columns[states + path[row]] = 1;
    return columns;
  }

  private static double[] othersThan(int i, double[] values) {
    return IntStream.range(0, values.length)
        .filter(j -> j != i)
        .mapToDouble(j -> values[j])
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private Stopping stopping(
      int row, int[] left, double[] lateness, double[] medians, double[] actual) {
    int stopped = 0;
    int fast = 0;
    int missed = 0;
    double saved = 0;
    for (int i = 0; i < left.length; i++) {
      boolean stop = lateness[i] > 0;
      boolean isFast = actual[i] <= medians[i];
      stopped += stop ? 1 : 0;
      fast += isFast ? 1 : 0;
      missed += stop && isFast ? 1 : 0;
      saved += stop ? lengths[left[i]] - 1 - row : 0;
    }
    return new Stopping(stopped, saved / Arrays.stream(lengths).sum(), fast, missed);
  }
}

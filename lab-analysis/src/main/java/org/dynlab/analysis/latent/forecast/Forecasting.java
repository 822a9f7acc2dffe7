package org.dynlab.analysis.latent.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.latent.forecast.Forecast.Moment;
import org.dynlab.analysis.latent.forecast.Forecast.Stopping;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Correlation;
import org.dynlab.store.claim.Target;

/** Makes a {@link Forecast}. */
final class Forecasting {
  private static final List<Double> MOMENTS =
      List.of(0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75);
  private static final int LEAST_RUNS = 8;
  private static final int MOST_GROUPS = 10;

  /** Of the ridge regressions. */
  static final double PENALTY = 1;

  private static final double ROUNDING = 1e-9;

  private final ThinnedRows rows;
  private final List<Convergence> convergences;
  private final int groups;
  private final List<List<int[]>> without;
  private final int states;
  private final Start start;
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
    this.start = start;
    this.bootstrap = bootstrap;
    this.rows = ThinnedRows.of(raw, Forecast.ROWS);
    this.groups = Math.min(MOST_GROUPS, raw.count());
    this.without = IntStream.range(0, groups).parallel().mapToObj(this::statesWithout).toList();
  }

  /** The states of all runs by a model that has not seen those of a group. */
  private List<int[]> statesWithout(int group) {
    Sequences kept = rows.sequences();
    List<Integer> others =
        IntStream.range(0, kept.count()).filter(run -> run % groups != group).boxed().toList();
    return CausalModel.of(kept, others, states, start, bootstrap.seed() + group).states(kept);
  }

  Forecast forecast(Target target) {
    List<Moment> moments = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int before = -1;
    for (double share : MOMENTS) {
      int row = (int) (share * (rows.longest() - 1)) / rows.stride() * rows.stride();
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
    Optional<ForecastModel> model =
        new FittedForecast(rows, convergences, states, start, bootstrap).model(target, moments);
    if (model.isEmpty()) {
      notes.add("no model for runs to come: the rows of these runs are not at the same steps");
    }
    return new Forecast(moments, model, notes);
  }

  private Optional<Moment> at(int row) {
    int[] left = rows.left(row, convergences);
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
      predicted[i] = predicted(i, left, others, row / rows.stride());
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
    List<int[]> paths = without.get(left[i] % groups);
    double[][] known =
        IntStream.range(0, left.length)
            .filter(j -> j != i)
            .mapToObj(j -> StatesSoFar.columns(paths.get(left[j]), thinnedRow, states))
            .toArray(double[][]::new);
    return new Ridge(known, others, PENALTY)
        .predict(StatesSoFar.columns(paths.get(left[i]), thinnedRow, states));
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
      saved += stop ? rows.lengths().get(left[i]) - 1 - row : 0;
    }
    return new Stopping(
        stopped, saved / rows.lengths().stream().mapToInt(n -> n).sum(), fast, missed);
  }
}

package org.dynlab.analysis.latent.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.hmm.data.Sequences;
import org.dynlab.analysis.hmm.fit.Start;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.latent.outcome.Occupancy;
import org.dynlab.analysis.latent.outcome.StateEffect;
import org.dynlab.analysis.latent.outcome.StateEffects;
import org.dynlab.analysis.latent.outcome.StateRegression;
import org.dynlab.analysis.statistics.Bootstrap;
import org.dynlab.analysis.statistics.Estimate;
import org.dynlab.analysis.statistics.Interval;
import org.dynlab.store.ForecastFile;
import org.dynlab.store.claim.Target;

/** Makes the {@link ForecastModel} of all finished runs. */
final class FittedForecast {
  private final ThinnedRows rows;
  private final List<Convergence> convergences;
  private final Bootstrap bootstrap;
  private final CausalModel causal;
  private final List<int[]> paths;

  FittedForecast(
      ThinnedRows rows,
      List<Convergence> convergences,
      int states,
      Start start,
      Bootstrap bootstrap) {
    this.rows = rows;
    this.convergences = convergences;
    this.bootstrap = bootstrap;
    Sequences kept = rows.sequences();
    List<Integer> all = IntStream.range(0, kept.count()).boxed().toList();
    this.causal = CausalModel.of(kept, all, states, start, bootstrap.seed());
    this.paths = causal.states(kept);
  }

  /**
   * The model; empty if the rows of the runs are not at the same steps.
   *
   * @param moments how good predictions are for runs left out
   */
  Optional<ForecastModel> model(Target target, List<Forecast.Moment> moments) {
    return rows.steps()
        .map(
            steps ->
                new ForecastModel(
                    target,
                    rows.sequences().columns(),
                    steps,
                    causal,
                    states(),
                    moments.stream().map(this::moment).toList()));
  }

  private ForecastFile.Moment moment(Forecast.Moment judged) {
    int thinned = judged.row() / rows.stride();
    int[] left = rows.left(judged.row(), convergences);
    double[] times = IntStream.of(left).mapToDouble(r -> convergences.get(r).row()).toArray();
    double[][] columns =
        IntStream.of(left)
            .mapToObj(r -> StatesSoFar.columns(paths.get(r), thinned, causal.hmm().states()))
            .toArray(double[][]::new);
    Ridge ridge = new Ridge(columns, times, Forecasting.PENALTY);
    Estimate rank = judged.rank();
    return new ForecastFile.Moment(
        thinned,
        left.length,
        IntStream.range(0, times.length).mapToDouble(i -> times[i]).average().orElseThrow(),
        ridge.intercept(),
        ridge.weights(),
        judged.reliable(),
        "rank correlation of predicted and actual times of runs left out " + words(rank));
  }

  private List<ForecastFile.State> states() {
    int states = causal.hmm().states();
    Occupancy occupancy = new Occupancy(paths, states);
    double[] times = convergences.stream().mapToDouble(Convergence::row).toArray();
    StateRegression regression = StateRegression.of(occupancy, times, bootstrap);
    List<StateEffect> effects =
        new StateEffects(occupancy, convergences, regression, bootstrap).all();
    List<ForecastFile.State> all = new ArrayList<>();
    for (int k = 0; k < states; k++) {
      int own = k;
      Optional<StateEffect> effect = effects.stream().filter(e -> e.state() == own).findFirst();
      all.add(effect.map(this::state).orElse(new ForecastFile.State(false, "never visited")));
    }
    return all;
  }

  private ForecastFile.State state(StateEffect effect) {
    String words = effect.verdict().words() + ", visited by " + effect.visitors() + " runs";
    int others = paths.size() - effect.visitors();
    String delay = others == 0 ? "" : delay(effect.delay()) + " than the other " + others;
    return new ForecastFile.State(effect.verdict() == StateEffect.Verdict.DETOUR, words + delay);
  }

  private static String delay(Estimate delay) {
    if (!(delay.value() < 0)) {
      return " which converge " + words(delay) + " rows later";
    }
    Interval turned = new Interval(-delay.interval().high(), -delay.interval().low());
    Estimate earlier = new Estimate(-delay.value(), turned, delay.n());
    return " which converge " + words(earlier) + " rows earlier";
  }

  /** Value and interval. */
  private static String words(Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "%s [%s, %s]",
        Decimals.plain(estimate.value()),
        Decimals.plain(estimate.interval().low()),
        Decimals.plain(estimate.interval().high()));
  }
}

package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.hmm.data.ZScores;
import org.dynlab.analysis.hmm.map.MapEdge;
import org.dynlab.analysis.hmm.map.MapState;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.dynlab.analysis.hmm.model.Path;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudy.Outcome;
import org.dynlab.analysis.latent.forecast.Forecast;
import org.dynlab.analysis.latent.outcome.Convergence;
import org.dynlab.analysis.latent.outcome.StateEffect;
import org.dynlab.analysis.latent.outcome.StateRegression;
import org.dynlab.analysis.statistics.Coefficient;
import org.dynlab.analysis.statistics.Interval;
import org.dynlab.store.problem.UserError;

/** The tables of a {@link LatentStudy}. */
final class LatentFinding {
  private static final int TOP_FEATURES = 3;
  private static final int MOST_STATIONS = 10;
  private static final String READING =
      "A hidden Markov model with Gaussian rows is fitted to the z-scores of the features, run by"
          + " run (Hu et al., arXiv 2308.09543); its states are numbered in the order of first"
          + " visits. Convergence is counted in rows of the features; a run that never reaches the"
          + " target counts with the longest run's rows. A detour is a state that some converging"
          + " run does without, whose coefficient is positive in a regression with p < 0.001 (the"
          + " paper's definition), with 95 % intervals of the coefficient and of the delay of its"
          + " visitors above 0."
          + " Intervals are bootstrap intervals over runs with the map held fixed.";

  private final LatentStudy study;
  private final TrainingMap map;

  private LatentFinding(LatentStudy study) {
    this.study = study;
    this.map = study.latent().map();
  }

  static Finding of(LatentStudy study, String id) {
    return new LatentFinding(study).finding(id);
  }

  /** What stands in place of the tables of an arm that could not be studied. */
  static Finding without(String arm, String id, UserError why) {
    return new Finding(
        id, title(arm), READING, arm, List.of(), List.of(), List.of(why.getMessage()));
  }

  private static String title(String arm) {
    return "Latent states of " + arm;
  }

  private Finding finding(String id) {
    List<DataTable> tables = new ArrayList<>(List.of(summary(), states(), edges()));
    tables.add(ModelTables.selection(study.latent().selection()));
    study.baselines().map(b -> ModelTables.baselines(b, study.latent())).ifPresent(tables::add);
    Optional<Forecast> forecast = study.outcome().flatMap(Outcome::forecast);
    forecast.map(ForecastTables::moments).ifPresent(tables::add);
    forecast.flatMap(Forecast::model).map(ForecastTables::states).ifPresent(tables::add);
    tables.add(runs());
    return new Finding(
        id, title(study.arm()), READING, study.arm(), LatentNumbers.of(study), tables, notes());
  }

  private DataTable summary() {
    DataTable.Builder table =
        new DataTable.Builder("summary", "The map and convergence: " + study.arm())
            .words("what")
            .estimates("value")
            .words("meaning");
    row(table, "runs", study.features().sequences().count(), "that have all features");
    row(table, "states", map.model().states(), "chosen by " + criterion());
    table.row(
        Cell.of("shape"),
        Cell.of(map.shape().name().toLowerCase(Locale.ROOT)),
        Cell.of(
            map.orders() + (map.orders() == 1 ? " order" : " different orders") + " of states"));
    study.outcome().ifPresent(outcome -> outcome(table, outcome));
    table.row(
        Cell.of("dissimilarity"),
        Cell.of(study.dissimilarity().wasserstein()),
        Cell.of("mean Wasserstein distance of state shares over pairs of runs"));
    table.row(
        Cell.of("total variation"),
        Cell.of(study.dissimilarity().totalVariation()),
        Cell.of("the same with total variation, 0 to 1"));
    return table.build();
  }

  private static void outcome(DataTable.Builder table, Outcome outcome) {
    long reached = outcome.convergences().stream().filter(Convergence::reached).count();
    row(table, "converged", reached, "runs that reach " + outcome.target().words());
    outcome
        .regression()
        .ifPresent(
            regression -> {
              table.row(
                  Cell.of("R²"),
                  Cell.of(regression.rSquared()),
                  Cell.of("of convergence time on rows in states"));
              table.row(Cell.of("p"), Cell.of(regression.fit().overall().p()), test(regression));
            });
  }

  private static Cell test(StateRegression regression) {
    return Cell.of(
        String.format(
            Locale.ROOT,
            "F(%d, %d) = %s",
            regression.fit().overall().numerator(),
            regression.fit().overall().denominator(),
            Decimals.plain(regression.fit().overall().f())));
  }

  private static void row(DataTable.Builder table, String what, long number, String meaning) {
    table.row(Cell.of(what), Cell.of(number), Cell.of(meaning));
  }

  private String criterion() {
    return study.latent().selection().criterion().name()
        + " on "
        + study.latent().selection().split().validation().size()
        + " held-out runs";
  }

  private DataTable states() {
    DataTable.Builder table =
        new DataTable.Builder("states", "States, in the order of first visits")
            .words("state")
            .numbers("runs", "starts", "rows", "share", "stay")
            .words("role")
            .estimates("coefficient")
            .numbers("p")
            .estimates("delay of visitors (rows)");
    for (MapState state : map.states()) {
      Optional<StateEffect> effect = effect(state.state());
      table.row(
          Cell.of(String.valueOf(state.state())),
          Cell.of((long) state.runs()),
          Cell.of((long) state.starts()),
          Cell.of(state.meanRows()),
          Cell.of(state.meanShare()),
          Cell.of(state.stay()),
          Cell.of(effect.map(e -> e.verdict().words()).orElse(DataTable.NOTHING)),
          effect.map(e -> Cell.of(e.bootstrapped())).orElse(Cell.of(Double.NaN, Interval.NONE)),
          Cell.of(effect.flatMap(StateEffect::coefficient).map(Coefficient::p).orElse(Double.NaN)),
          effect.map(StateEffect::delay).map(Cell::of).orElse(Cell.of(Double.NaN, Interval.NONE)));
    }
    return table.build();
  }

  private Optional<StateEffect> effect(int state) {
    return study
        .outcome()
        .flatMap(o -> o.effects().stream().filter(e -> e.state() == state).findFirst());
  }

  private DataTable edges() {
    DataTable.Builder table =
        new DataTable.Builder(
                "edges",
                "Ways that runs took; features by importance, with the movement of their z-score")
            .words("way")
            .numbers("probability", "runs", "share of runs", "mean step", "std of step")
            .words("features");
    for (MapEdge edge : map.edges()) {
      table.row(
          Cell.of(edge.from() + " → " + edge.to()),
          Cell.of(edge.probability()),
          Cell.of((long) edge.runs()),
          Cell.of(edge.shareOfRuns()),
          Cell.of(edge.meanStep()),
          Cell.of(edge.stdStep()),
          Cell.of(
              edge.features().stream()
                  .limit(TOP_FEATURES)
                  .map(f -> f.column() + String.format(Locale.ROOT, " %+.2f", f.movement()))
                  .collect(Collectors.joining(", "))));
    }
    return table.build();
  }

  private DataTable runs() {
    DataTable.Builder table =
        new DataTable.Builder("runs", "Path and convergence of every run")
            .words("run", "path")
            .numbers("row", "step")
            .words("converged");
    for (int run = 0; run < map.paths().size(); run++) {
      Path path = map.paths().get(run);
      int own = run;
      Optional<Convergence> convergence = study.outcome().map(o -> o.convergences().get(own));
      table.row(
          Cell.of(path.run()),
          Cell.of(stations(path)),
          convergence.map(c -> Cell.of((long) c.row())).orElse(Cell.of(Double.NaN)),
          convergence.map(c -> Cell.of(c.step())).orElse(Cell.of(Double.NaN)),
          Cell.of(convergence.map(c -> c.reached() ? "yes" : "never").orElse(DataTable.NOTHING)));
    }
    return table.build();
  }

  /** The states it comes through, the first ones of them. */
  private static String stations(Path path) {
    StringBuilder text = new StringBuilder();
    int stations = 0;
    for (int t = 0; t < path.length(); t++) {
      if (t == 0 || path.state(t) != path.state(t - 1)) {
        if (stations < MOST_STATIONS) {
          text.append(t == 0 ? "" : "→").append(path.state(t));
        }
        stations++;
      }
    }
    String more = "→… (" + stations + " stays, last in " + path.state(path.length() - 1) + ")";
    return stations <= MOST_STATIONS ? text.toString() : text + more;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.addAll(RunNotes.leftOut("", study.features().leftOut()));
    notes.addAll(RunNotes.remarks("", study.features().shortened()));
    study.latent().constants().stream()
        .collect(Collectors.groupingBy(ZScores.Constant::column, Collectors.counting()))
        .forEach(
            (column, runs) ->
                notes.add(column + " is constant in " + runs + " runs and says nothing there"));
    int repairs = study.latent().selection().selected().best().fit().repairs().size();
    if (repairs > 0) {
      notes.add("the chosen fit had to be repaired " + repairs + " times (states without rows)");
    }
    study.outcome().ifPresent(outcome -> notes.addAll(outcome.notes()));
    study.outcome().flatMap(Outcome::regression).ifPresent(regression -> depend(regression, notes));
    study.outcome().flatMap(Outcome::forecast).ifPresent(f -> notes.addAll(f.notes()));
    return notes;
  }

  private static void depend(StateRegression regression, List<String> notes) {
    regression
        .fit()
        .dependent()
        .forEach(column -> notes.add("no coefficient for " + column.text()));
  }
}

package org.dynlab.app.pruning;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.dynlab.analysis.latent.forecast.ForecastModel;
import org.dynlab.app.vocabulary.StandIn;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.experiment.Pruning;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Checks before there is a first run that the runs measure what their forecast reads. */
public final class PruningCheck {
  private final String where;
  private final Path folder;
  private final Map<Pruning, Optional<ForecastModel>> models = new HashMap<>();

  /** Each once, however many points of a grid have it. */
  private final Set<Problem> problems = new LinkedHashSet<>();

  private PruningCheck(String where, Path folder) {
    this.where = where;
    this.folder = folder;
  }

  /**
   * Refuses a forecast that cannot be read, or whose rows these runs do not measure.
   *
   * @param folder from which the experiment names files
   */
  public static void check(
      String file, Path folder, Expansion expansion, ExperimentLanguage language) {
    if (expansion.experiment().pruning().isEmpty()
        && expansion.runs().stream().noneMatch(run -> run.spec().hasNonNull("pruning"))) {
      return;
    }
    PruningCheck check = new PruningCheck(file + ": pruning", folder);
    expansion.runs().stream()
        .map(run -> run.spec())
        .distinct()
        .map(language::run)
        .forEach(check::check);
    Checks checks = new Checks();
    check.problems.forEach(checks::add);
    checks.done();
  }

  private void check(RunDescription run) {
    if (run.pruning().isEmpty()) {
      return;
    }
    Pruning pruning = run.pruning().get();
    models
        .computeIfAbsent(pruning, this::read)
        .ifPresent(
            model ->
                model.columns().stream()
                    .flatMap(column -> missing(column, model.steps(), run).stream())
                    .findFirst()
                    .ifPresent(problems::add));
  }

  private Optional<ForecastModel> read(Pruning pruning) {
    try {
      return Optional.of(KnownForecast.read(pruning, folder.resolve(pruning.forecast())));
    } catch (UserError error) {
      error.problems().forEach(problem -> problems.add(problem.within(where + ".forecast: ")));
      return Optional.empty();
    }
  }

  /** What is not measured; known before there is a network is only how columns begin. */
  private Optional<Problem> missing(String column, List<Long> steps, RunDescription run) {
    List<Probe> probes =
        run.probes().stream()
            .filter(probe -> StandIn.measures(probe.instrument(), column))
            .toList();
    if (probes.isEmpty()) {
      String hint = "give the runs the probes of the earlier ones";
      return Optional.of(
          new Problem(where, "must be of columns that the probes measure", column, hint));
    }
    long last = run.budget().steps();
    List<LongPredicate> due = probes.stream().map(probe -> probe.cadence().over(last)).toList();
    return steps.stream()
        .filter(step -> step <= last && due.stream().noneMatch(d -> d.test(step)))
        .findFirst()
        .map(step -> never(column, step));
  }

  private Problem never(String column, long step) {
    return new Problem(
        where,
        "must be of steps at which the probes measure",
        column + " at step " + step,
        "give the probe the cadence and the budget of the earlier runs");
  }
}

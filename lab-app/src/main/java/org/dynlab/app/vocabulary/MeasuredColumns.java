package org.dynlab.app.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.experiment.Expansion;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.store.problem.NearestKey;

/**
 * Checks that the columns which claims and the stop rule name can be there, as far as {@link
 * StandIn} tells.
 */
public final class MeasuredColumns {
  private static final List<String> ALWAYS = List.of("train", "eval");

  private final Set<String> columns = new LinkedHashSet<>();
  private boolean complete = true;

  private MeasuredColumns(Expansion expansion, ExperimentLanguage language) {
    // Most runs have the same probes.
    Map<JsonNode, JsonNode> specs = new LinkedHashMap<>();
    expansion.runs().forEach(run -> specs.putIfAbsent(run.spec().path("probes"), run.spec()));
    for (JsonNode spec : specs.values()) {
      for (Probe probe : language.run(spec).probes()) {
        add(probe.instrument());
      }
    }
  }

  private void add(Instrument instrument) {
    StandIn.columns(instrument).ifPresentOrElse(columns::addAll, () -> complete = false);
  }

  /** Refuses columns that no probe of any run can measure. */
  public static void check(String file, Expansion expansion, ExperimentLanguage language) {
    MeasuredColumns measured = new MeasuredColumns(expansion, language);
    Checks checks = new Checks();
    expansion
        .experiment()
        .columnsNamed()
        .forEach((where, column) -> measured.check(file + ": " + where, column, checks));
    expansion
        .experiment()
        .latentStates()
        .filter(latent -> latent.features().isEmpty())
        .ifPresent(latent -> measured.checkStatistics(file + ": latentStates", checks));
    checks.done();
  }

  private void check(String where, String column, Checks checks) {
    boolean known =
        ALWAYS.contains(StandIn.start(column))
            ? columns.contains(column)
            : columns.stream().anyMatch(name -> StandIn.start(name).equals(StandIn.start(column)));
    checks.that(
        known || !complete, where, "must be a column that a probe measures", column, hint(column));
  }

  /** What latent states are made of if nothing else is named. */
  private void checkStatistics(String where, Checks checks) {
    if (complete && LatentColumns.WEIGHT_STATISTICS.stream().noneMatch(columns::contains)) {
      LatentColumns.missing(where).problems().forEach(checks::add);
    }
  }

  private String hint(String column) {
    Set<String> starts = new LinkedHashSet<>();
    columns.forEach(name -> starts.add(StandIn.start(name)));
    return NearestKey.of(column, columns)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> "the probes measure columns of " + String.join(", ", starts));
  }
}

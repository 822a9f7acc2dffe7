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
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.Column;
import org.dynlab.store.NearestKey;
import org.dynlab.store.UserError;

/**
 * Checks that the columns which claims and the stop rule name can be there. The columns of a run
 * are only known once its network is; what is known before is how they begin, and those of loss and
 * accuracy as a whole. An instrument that asks for more than a stand-in for the network has may
 * measure anything.
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
    try {
      instrument.begin(standIn()).columns().stream().map(Column::name).forEach(columns::add);
    } catch (UserError choosy) {
      complete = false;
    }
  }

  /** Refuses columns that no probe of any run can measure. */
  public static void check(String file, Expansion expansion, ExperimentLanguage language) {
    MeasuredColumns measured = new MeasuredColumns(expansion, language);
    Checks checks = new Checks();
    expansion
        .experiment()
        .columnsNamed()
        .forEach((where, column) -> measured.check(file + ": " + where, column, checks));
    checks.done();
  }

  private void check(String where, String column, Checks checks) {
    boolean known =
        ALWAYS.contains(start(column))
            ? columns.contains(column)
            : columns.stream().anyMatch(name -> start(name).equals(start(column)));
    checks.that(
        known || !complete, where, "must be a column that a probe measures", column, hint(column));
  }

  private String hint(String column) {
    Set<String> starts = new LinkedHashSet<>();
    columns.forEach(name -> starts.add(start(name)));
    return NearestKey.of(column, columns)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> "the probes measure columns of " + String.join(", ", starts));
  }

  private static String start(String column) {
    return column.substring(0, (column + ".").indexOf('.'));
  }

  /** A network with every sort of part, as small as can be. */
  private static Subject standIn() {
    ParameterLayout layout =
        new ParameterLayout(
            List.of(
                new ParameterBlock("layer1.W", Role.WEIGHT, 0, 1, 1),
                new ParameterBlock("layer1.b", Role.BIAS, 1, 1, 1),
                new ParameterBlock("output.W", Role.WEIGHT, 2, 1, 1),
                new ParameterBlock("output.b", Role.BIAS, 3, 1, 1)));
    List<Place> hidden = List.of(new Place("layer1", 1));
    List<Entrance> entrances =
        List.of(new Entrance("input", 1, hidden), new Entrance("layer1", 1, List.of()));
    return new Subject(
        layout, hidden, entrances, 2, new Subject.Data(1, 1, 2, true), new SeedTree(0));
  }
}

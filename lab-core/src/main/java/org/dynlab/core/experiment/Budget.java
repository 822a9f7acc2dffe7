package org.dynlab.core.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.experiment.stop.StopRule;
import org.dynlab.core.experiment.stop.StopRules;

/** How many updates a run may make, and what ends it before. */
public record Budget(
    @Meaning("number of updates") long steps,
    @Meaning("what ends a run before") Optional<StopRules> stopWhen) {

  /** Checks the range. */
  public Budget {
    new Checks().that(steps >= 1, "steps", "must be >= 1", steps).done();
  }

  /** The columns that the stopping rules read, by where they are named. */
  public Map<String, String> columnsNamed(String before) {
    List<StopRule> rules = stopWhen.map(StopRules::rules).orElse(List.of());
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      String place = rules.size() == 1 ? "" : "[" + i + "]";
      columns.put(before + "stopWhen" + place + ".column", rules.get(i).column());
    }
    return columns;
  }
}

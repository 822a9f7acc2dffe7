package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;

/**
 * The runs of an experiment: every combination of the listed values, each with every seed.
 *
 * @param over values by the path of the key they are for, applied exactly as {@code --set} does
 */
public record Sweep(
    @Default("1") @Meaning("a number n for 0..n-1, or a list") Seeds seeds,
    @Default("{}") @Meaning("lists of values by path, e.g. {task.modulus: [59, 97]}")
        Map<String, List<JsonNode>> over) {
  private static final Set<String> NOT_OF_A_RUN = Set.of("name", "sweep", "claims");

  /** Checks the paths and lists, copies the map. */
  public Sweep {
    Checks checks = new Checks();
    over.forEach((path, values) -> check(path, values, checks));
    checks.done();
    Map<String, List<JsonNode>> copy = new LinkedHashMap<>();
    over.forEach((path, values) -> copy.put(path, List.copyOf(values)));
    over = Collections.unmodifiableMap(copy);
  }

  private static void check(String path, List<JsonNode> values, Checks checks) {
    String where = "over." + path;
    checks.within(where, () -> SettingPath.parse(path));
    checks.that(
        !NOT_OF_A_RUN.contains(path.split("[.\\[]", 2)[0]),
        where,
        "must be a key of a run",
        path,
        "name, sweep and claims are the same for all runs");
    checks.that(!values.isEmpty(), where, "must have at least one value", "[]");
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      checks.that(
          seen.add(values.get(i)),
          where + "[" + i + "]",
          "must be another value than those before it",
          values.get(i));
    }
  }
}

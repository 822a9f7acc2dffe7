package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.experiment.sweep.RandomPoints;

/**
 * The runs of an experiment: every combination of the listed values, the listed points and the
 * drawn ones, each with every seed.
 *
 * @param over values by the path of the key they are for, applied exactly as {@code --set} does
 * @param list points that stand for themselves; in the grid they are one more axis
 * @param random points that are drawn; in the grid they are one more axis
 */
public record Sweep(
    @Default("1") @Meaning("a number n for 0..n-1, or a list") Seeds seeds,
    @Default("{}") @Meaning("lists of values by path, e.g. {task.modulus: [59, 97]}")
        Map<String, List<JsonNode>> over,
    @Default("[]") @Meaning("points, e.g. [{task.modulus: 59, model.hidden: [8]}]")
        List<Map<String, JsonNode>> list,
    @Meaning("points that are drawn, e.g. {draws: 16, over: {...}}")
        Optional<RandomPoints> random) {

  /** Checks the paths and lists, copies them. */
  public Sweep {
    Checks checks = new Checks();
    SweptPaths paths = new SweptPaths(checks);
    over.forEach((path, values) -> checkAxis(path, values, paths, checks));
    checkList(list, paths, checks);
    random.ifPresent(r -> r.over().keySet().forEach(path -> paths.add("random.over", path)));
    checks.done();
    Map<String, List<JsonNode>> copy = new LinkedHashMap<>();
    over.forEach((path, values) -> copy.put(path, List.copyOf(values)));
    over = Collections.unmodifiableMap(copy);
    list = list.stream().map(Sweep::copy).toList();
  }

  private static Map<String, JsonNode> copy(Map<String, JsonNode> point) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(point));
  }

  private static void checkAxis(
      String path, List<JsonNode> values, SweptPaths paths, Checks checks) {
    String where = paths.add("over", path);
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

  private static void checkList(List<Map<String, JsonNode>> list, SweptPaths paths, Checks checks) {
    Map<Map<String, JsonNode>, Integer> first = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String where = "list[" + i + "]";
      Integer equal = first.putIfAbsent(list.get(i), i);
      checks.that(
          equal == null,
          where,
          "must be another point than those before it",
          "the one of list[" + equal + "]");
      list.get(i).keySet().forEach(path -> paths.add(where, path));
    }
  }

  /** True if the listed points set the same keys, so that none is left to the rest of the file. */
  boolean listsSameKeys() {
    return list.stream().map(Map::keySet).distinct().count() <= 1;
  }
}

package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.NearestKey;

/**
 * All combinations of the values of a sweep, in file order, the last one changing fastest. Several
 * optimizers that no axis chooses from become the first axis.
 */
final class Grid {
  private static final int MOST_RUNS = 100_000;
  static final int MOST_AXES = 100;

  /** Every point binds a whole experiment: that takes half a minute for so many values. */
  private static final double MOST_VALUES = 5_000_000;

  private final List<String> arms;
  private final Map<String, List<JsonNode>> axes = new LinkedHashMap<>();

  Grid(ObjectNode tree, Sweep sweep) {
    arms = ArmsNotation.names(tree.path(GridPoint.OPTIMIZER));
    if (arms.size() > 1 && !sweep.over().containsKey(GridPoint.OPTIMIZER)) {
      axes.put(
          GridPoint.OPTIMIZER,
          arms.stream().<JsonNode>map(JsonNodeFactory.instance::textNode).toList());
    }
    axes.putAll(sweep.over());
    Checks checks = new Checks();
    checkSize(sweep.seeds().values().size(), checks);
    checkValues(valuesIn(tree), checks);
    if (checks.passed()) {
      checkArms(checks);
    }
    checks.done();
  }

  private boolean choosesArms() {
    return !arms.isEmpty() && axes.containsKey(GridPoint.OPTIMIZER);
  }

  private void checkArms(Checks checks) {
    List<JsonNode> chosen = choosesArms() ? axes.get(GridPoint.OPTIMIZER) : List.of();
    for (int i = 0; i < chosen.size(); i++) {
      String name = chosen.get(i).asText();
      String hint = NearestKey.of(name, arms).map(n -> "did you mean " + n + "?").orElse("");
      checks.that(
          chosen.get(i).isTextual() && arms.contains(name),
          "sweep.over.optimizer[" + i + "]",
          "must be one of " + String.join(", ", arms),
          chosen.get(i).isTextual() ? name : chosen.get(i),
          hint);
    }
  }

  private double size() {
    return axes.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
  }

  private void checkValues(int each, Checks checks) {
    int many = axes.size();
    checks.that(many <= MOST_AXES, "sweep.over", "must have at most " + MOST_AXES + " keys", many);
    checks.that(
        size() * each <= MOST_VALUES,
        "sweep",
        String.format(Locale.ROOT, "must give at most %.0f values in all", MOST_VALUES),
        String.format(Locale.ROOT, "%.0f experiments of %d values", size(), each));
  }

  private static int valuesIn(JsonNode tree) {
    int values = 1;
    for (JsonNode child : tree) {
      values += valuesIn(child);
    }
    return values;
  }

  private void checkSize(int seeds, Checks checks) {
    double runs = seeds * size();
    String got = String.format(Locale.ROOT, "%.0f", runs);
    checks.that(runs <= MOST_RUNS, "sweep", "must make at most " + MOST_RUNS + " runs", got);
  }

  /** The points, each once even if they differ only in the settings of an arm they do not use. */
  List<GridPoint> points() {
    List<Map<String, JsonNode>> combinations = List.of(Map.of());
    for (Map.Entry<String, List<JsonNode>> axis : axes.entrySet()) {
      combinations = extended(combinations, axis);
    }
    Map<Map<String, String>, GridPoint> different = new LinkedHashMap<>();
    for (Map<String, JsonNode> values : combinations) {
      Optional<String> arm =
          choosesArms() ? Optional.of(values.get(GridPoint.OPTIMIZER).asText()) : Optional.empty();
      GridPoint point = new GridPoint(values, arm);
      different.putIfAbsent(point.words(), point);
    }
    return List.copyOf(different.values());
  }

  private static List<Map<String, JsonNode>> extended(
      List<Map<String, JsonNode>> combinations, Map.Entry<String, List<JsonNode>> axis) {
    List<Map<String, JsonNode>> longer = new ArrayList<>();
    for (Map<String, JsonNode> values : combinations) {
      for (JsonNode value : axis.getValue()) {
        Map<String, JsonNode> next = new LinkedHashMap<>(values);
        next.put(axis.getKey(), value);
        longer.add(next);
      }
    }
    return longer;
  }
}

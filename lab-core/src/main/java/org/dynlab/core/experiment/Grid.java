package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.problem.NearestKey;

/**
 * All combinations of the values of a sweep, in file order, the last one changing fastest. The
 * listed points are one more axis behind the others, the drawn ones another behind that. Several
 * optimizers that nobody chooses from become the first axis.
 */
final class Grid {
  private final List<String> arms;
  private final List<SweptKey> keys;
  private final Sweep sweep;

  Grid(ObjectNode tree, Sweep sweep) {
    this.arms = ArmsNotation.names(tree.path(GridPoint.OPTIMIZER));
    this.keys = SweptKey.of(tree);
    this.sweep = sweep;
    Checks checks = new Checks();
    if (!arms.isEmpty()) {
      checkArms(checks);
    }
    checks.done();
  }

  private boolean sweepsOptimizer() {
    return keys.stream().anyMatch(key -> key.path().equals(GridPoint.OPTIMIZER));
  }

  private void checkArms(Checks checks) {
    for (SweptKey key : keys) {
      if (key.path().equals(GridPoint.OPTIMIZER)) {
        key.values().forEach((place, value) -> checkArm(place, value, checks));
      }
    }
    long choosing = sweep.list().stream().filter(p -> p.containsKey(GridPoint.OPTIMIZER)).count();
    checks.that(
        choosing == 0 || choosing == sweep.list().size(),
        "sweep.list",
        "must choose an optimizer in every point or in none",
        choosing + " of " + sweep.list().size() + " points");
  }

  private void checkArm(String place, JsonNode value, Checks checks) {
    String name = value.asText();
    checks.that(
        value.isTextual() && arms.contains(name),
        place,
        "must be one of " + String.join(", ", arms),
        value.isTextual() ? name : value,
        NearestKey.of(name, arms).map(n -> "did you mean " + n + "?").orElse(""));
  }

  /** The points, each once even if they differ only in the settings of an arm they do not use. */
  List<GridPoint> points() {
    List<Map<String, JsonNode>> combinations = List.of(Map.of());
    for (List<Map<String, JsonNode>> axis : axes()) {
      combinations = extended(combinations, axis);
    }
    Map<Map<String, String>, GridPoint> different = new LinkedHashMap<>();
    for (Map<String, JsonNode> values : combinations) {
      GridPoint point = new GridPoint(values, arm(values));
      different.putIfAbsent(point.words(), point);
    }
    return List.copyOf(different.values());
  }

  private Optional<String> arm(Map<String, JsonNode> values) {
    return arms.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(values.get(GridPoint.OPTIMIZER)).map(JsonNode::asText);
  }

  private List<List<Map<String, JsonNode>>> axes() {
    List<List<Map<String, JsonNode>>> axes = new ArrayList<>();
    if (arms.size() > 1 && !sweepsOptimizer()) {
      List<JsonNode> names = new ArrayList<>();
      arms.forEach(name -> names.add(JsonNodeFactory.instance.textNode(name)));
      axes.add(axis(GridPoint.OPTIMIZER, names));
    }
    sweep.over().forEach((path, values) -> axes.add(axis(path, values)));
    if (!sweep.list().isEmpty()) {
      axes.add(sweep.list());
    }
    sweep.random().ifPresent(random -> axes.add(random.points()));
    return axes;
  }

  private static List<Map<String, JsonNode>> axis(String path, List<JsonNode> values) {
    return values.stream().map(value -> Map.of(path, value)).toList();
  }

  private static List<Map<String, JsonNode>> extended(
      List<Map<String, JsonNode>> combinations, List<Map<String, JsonNode>> axis) {
    List<Map<String, JsonNode>> longer = new ArrayList<>();
    for (Map<String, JsonNode> values : combinations) {
      for (Map<String, JsonNode> more : axis) {
        Map<String, JsonNode> next = new LinkedHashMap<>(values);
        next.putAll(more);
        longer.add(next);
      }
    }
    return longer;
  }
}

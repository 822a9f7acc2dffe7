package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A key that the sweep of a file sets, as it is written and before anything is checked.
 *
 * @param place where it stands in the file, e.g. {@code sweep.over.task.modulus}
 * @param path the key that it sets
 * @param values what it is set to, by where that stands; of a range its middle
 */
public record SweptKey(String place, String path, Map<String, JsonNode> values) {
  private static final String OVER = "sweep.over.";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Copies the map, keeping its order. */
  public SweptKey {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Those of the grid, of the listed points and of the drawn ones, in the order of the file. */
  public static List<SweptKey> of(ObjectNode tree) {
    JsonNode sweep = tree.path("sweep");
    List<SweptKey> keys = new ArrayList<>();
    for (var axis : sweep.path("over").properties()) {
      String place = OVER + axis.getKey();
      keys.add(new SweptKey(place, axis.getKey(), elements(place, axis.getValue())));
    }
    JsonNode list = sweep.path("list");
    for (int i = 0; i < list.size(); i++) {
      for (var setting : list.path(i).properties()) {
        String place = "sweep.list[" + i + "]." + setting.getKey();
        keys.add(new SweptKey(place, setting.getKey(), Map.of(place, setting.getValue())));
      }
    }
    for (var drawn : sweep.path("random").path("over").properties()) {
      String place = "sweep.random.over." + drawn.getKey();
      keys.add(new SweptKey(place, drawn.getKey(), possible(place, drawn.getValue())));
    }
    return keys;
  }

  /** True for an axis of the grid. */
  boolean isAxis() {
    return place.startsWith(OVER);
  }

  private static Map<String, JsonNode> elements(String place, JsonNode list) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      elements.put(place + "[" + i + "]", list.path(i));
    }
    elements.values().removeIf(JsonNode::isMissingNode);
    return elements;
  }

  private static Map<String, JsonNode> possible(String place, JsonNode distribution) {
    Map<String, JsonNode> possible = new LinkedHashMap<>();
    for (var entry : distribution.properties()) {
      String inner = place + "." + entry.getKey();
      JsonNode low = entry.getValue().path(0);
      JsonNode high = entry.getValue().path(1);
      if (entry.getKey().equals("oneOf")) {
        possible.putAll(elements(inner, entry.getValue()));
      } else if (low.isNumber() && high.isNumber()) {
        double middle = low.doubleValue() / 2 + high.doubleValue() / 2;
        boolean whole = entry.getKey().equals("integer");
        possible.put(inner, NODES.numberNode(whole ? Math.floor(middle) : middle));
      }
    }
    return possible;
  }
}

package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Trees in which equal values are equal nodes: every whole number a long if it fits, every other
 * number a double. Readers of JSON and YAML choose different node types for the same text.
 */
final class PlainTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainTree() {}

  /** A copy. */
  static JsonNode of(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.properties().forEach(entry -> object.set(entry.getKey(), of(entry.getValue())));
      return object;
    } else if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(element -> array.add(of(element)));
      return array;
    } else if (node.isFloatingPointNumber()) {
      return NODES.numberNode(node.doubleValue());
    }
    boolean fits = node.isIntegralNumber() && node.canConvertToLong();
    return fits ? NODES.numberNode(node.longValue()) : node;
  }
}

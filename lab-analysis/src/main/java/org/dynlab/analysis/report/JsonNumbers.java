package org.dynlab.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;

/** Numbers as the page needs them: short, and null where there is nothing to draw. */
final class JsonNumbers {
  private static final int DIGITS = 5;
  private static final double WHOLE_BELOW = 1e15;

  private JsonNumbers() {}

  /** NaN and infinities become null; whole numbers stay whole, others keep five digits. */
  static JsonNode of(double value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (!Double.isFinite(value)) {
      return make.nullNode();
    }
    if (value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW) {
      return make.numberNode((long) value);
    }
    String digits = String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    return make.numberNode(Double.parseDouble(digits));
  }

  static void add(ArrayNode node, double... values) {
    for (double value : values) {
      node.add(of(value));
    }
  }
}

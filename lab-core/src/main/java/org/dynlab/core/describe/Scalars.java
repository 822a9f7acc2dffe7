package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dynlab.store.problem.UserError;

/** Reads whole numbers, numbers, truth values, texts and words for constants. */
final class Scalars {
  /** Up to here every whole number is a double. */
  private static final double EXACT = 0x1.0p53;

  private static final Map<String, Double> NOT_FINITE =
      Map.of(
          "NaN", Double.NaN,
          "Infinity", Double.POSITIVE_INFINITY,
          "-Infinity", Double.NEGATIVE_INFINITY);
  private static final List<String> YES = List.of("yes", "on", "y");
  private static final List<String> NO = List.of("no", "off", "n");

  private Scalars() {}

  static Object read(JsonNode node, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return (int) whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type == long.class || type == Long.class) {
      return whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type == double.class || type == Double.class) {
      return number(node);
    } else if (type == boolean.class || type == Boolean.class) {
      return truth(node);
    } else if (type == String.class) {
      return text(node);
    } else if (type.isEnum()) {
      return constant(node, type);
    }
    throw new IllegalArgumentException("a component cannot be " + type);
  }

  /** True if a number may be meant: also for the words that say a number is not finite. */
  static boolean isNumber(JsonNode node) {
    return node.isNumber() || (node.isTextual() && NOT_FINITE.containsKey(node.textValue()));
  }

  /** Also 1e3 and 5.0: what counts is the value. */
  private static long whole(JsonNode node, long low, long high) {
    if (!isWhole(node)) {
      throw wrong("must be a whole number", node, unquoted(node));
    }
    boolean inside = node.canConvertToLong();
    long value = inside ? node.longValue() : 0;
    if (!inside || value < low || value > high) {
      throw wrong("must be a whole number in " + low + ".." + high, node, "");
    }
    return value;
  }

  private static boolean isWhole(JsonNode node) {
    double value = node.doubleValue();
    return node.isIntegralNumber()
        || (node.isNumber() && value == Math.rint(value) && Math.abs(value) <= EXACT);
  }

  /** NaN and infinities pass: whether they may stand here is the record's rule. */
  private static double number(JsonNode node) {
    if (!isNumber(node)) {
      throw wrong("must be a number", node, unquoted(node));
    }
    return node.isNumber() ? node.doubleValue() : NOT_FINITE.get(node.textValue());
  }

  private static boolean truth(JsonNode node) {
    if (!node.isBoolean()) {
      String word = node.asText().toLowerCase(Locale.ROOT);
      String hint = YES.contains(word) ? "write true" : NO.contains(word) ? "write false" : "";
      throw new UserError("", "must be true or false", Words.bare(node), hint);
    }
    return node.booleanValue();
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      String hint = node.isValueNode() ? "put it in quotes: \"" + node.asText() + "\"" : "";
      throw wrong("must be text", node, hint);
    }
    return node.textValue();
  }

  private static Object constant(JsonNode node, Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      words.add(Words.of((Enum<?>) constant));
    }
    int found = node.isTextual() ? words.indexOf(node.textValue()) : -1;
    if (found < 0) {
      String got = Words.bare(node);
      throw new UserError(
          "", "must be one of " + String.join(", ", words), got, Words.nearest(got, words));
    }
    return type.getEnumConstants()[found];
  }

  /** A number in quotes is the one slip worth a hint. */
  private static String unquoted(JsonNode node) {
    boolean quoted = node.isTextual() && YamlScalar.of(node.textValue()).isNumber();
    return quoted ? "remove the quotes" : "";
  }

  private static UserError wrong(String rule, JsonNode node, String hint) {
    return new UserError("", rule, Words.got(node), hint);
  }
}

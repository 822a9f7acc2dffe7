package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dynlab.store.problem.UserError;

/**
 * The way to one key: names and list indices, {@code optimizer.adamw.0.learningRate} or {@code
 * optimizer.adamw[0].learningRate}. Where a key itself holds dots, the longest key that exists
 * wins; in double quotes a key is taken as one.
 */
record SettingPath(List<String> parts) {
  private static final Pattern PART = Pattern.compile("\"([^\"]+)\"|([^.\\[\\]\"]+)|\\[(\\d+)]");
  private static final Pattern MARKS = Pattern.compile("[\"\\[\\]]");

  SettingPath {
    parts = List.copyOf(parts);
  }

  static SettingPath parse(String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean dotted = at > 0 && text.charAt(at) == '.';
      boolean bracket = text.charAt(at) == '[';
      matcher.region(at + (dotted ? 1 : 0), text.length());
      if ((at > 0 && dotted == bracket) || !matcher.lookingAt()) {
        break;
      }
      parts.add(MARKS.matcher(matcher.group()).replaceAll(""));
      at = matcher.end();
    }
    if (parts.isEmpty() || at < text.length()) {
      throw new UserError(
          "",
          "must be a path of keys",
          text,
          "for example task.modulus or optimizer.0.learningRate");
    }
    return new SettingPath(parts);
  }

  /** True if this leads to {@code other} or to something in it. */
  boolean isWithin(SettingPath other) {
    return parts.size() >= other.parts.size()
        && parts.subList(0, other.parts.size()).equals(other.parts);
  }

  /** Writes {@code value} there, making mappings on the way; unknown keys are found by binding. */
  void set(ObjectNode root, JsonNode value) {
    JsonNode node = root;
    int at = 0;
    while (at < parts.size()) {
      int next = at + (node instanceof ObjectNode object ? keyLength(object, at) : 1);
      if (next == parts.size()) {
        put(node, at, value);
      } else {
        node = child(node, at, next);
      }
      at = next;
    }
  }

  private int keyLength(ObjectNode object, int from) {
    for (int to = parts.size(); to > from; to--) {
      if (object.has(key(from, to))) {
        return to - from;
      }
    }
    return 1;
  }

  private String key(int from, int to) {
    return String.join(".", parts.subList(from, to));
  }

  private void put(JsonNode node, int at, JsonNode value) {
    if (node instanceof ObjectNode object) {
      object.set(key(at, parts.size()), value.deepCopy());
    } else {
      ((ArrayNode) node).set(index((ArrayNode) node, at), value.deepCopy());
    }
  }

  private JsonNode child(JsonNode node, int at, int next) {
    JsonNode child;
    if (node instanceof ObjectNode object) {
      String key = key(at, next);
      child = object.hasNonNull(key) ? object.get(key) : object.putObject(key);
    } else {
      child = node.get(index((ArrayNode) node, at));
    }
    if (child.isValueNode()) {
      String rule = "must be a mapping or a list to hold " + parts.get(next);
      throw new UserError(key(0, next), rule, child.toString(), "");
    }
    return child;
  }

  private int index(ArrayNode array, int at) {
    String part = parts.get(at);
    boolean number = part.matches("\\d{1,9}");
    if (!number || Integer.parseInt(part) >= array.size()) {
      String rule =
          array.isEmpty() ? "must not lead into an empty list" : "must be 0.." + (array.size() - 1);
      throw new UserError(key(0, at + 1), rule, part, "a place in the list, counted from 0");
    }
    return Integer.parseInt(part);
  }
}

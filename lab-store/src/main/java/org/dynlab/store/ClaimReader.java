package org.dynlab.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.store.Claim.Bounds;
import org.dynlab.store.Claim.Threshold;

/** Reads one claim out of a config and collects everything that is wrong with it. */
final class ClaimReader {
  private static final List<String> KEYS =
      List.of("that", "stepsTo", "over", "final", "ratio", "steps", "value", "share");
  private static final List<String> SIDES = List.of("atLeast", "atMost");
  private static final Map<String, String> COMPANY =
      Map.of("steps", "stepsTo without over", "ratio", "stepsTo and over", "value", "final");

  private final JsonNode tree;
  private final String where;
  private final List<Problem> problems = new ArrayList<>();

  ClaimReader(JsonNode tree, String where) {
    this.tree = tree;
    this.where = where;
  }

  Claim read() {
    if (!tree.isObject()) {
      throw new UserError(where, "must be a claim with keys " + join(KEYS), Json.shown(tree), "");
    }
    checkKeys(tree, where, KEYS);
    checkParts();
    String that = words("that").orElse("");
    Optional<Threshold> stepsTo = threshold("stepsTo");
    Optional<Threshold> over = threshold("over");
    Optional<String> last = words("final");
    Bounds bounds = bounds();
    double share = share();
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
    return new Claim(that, stepsTo, over, last, bounds, share);
  }

  /** Which parts stand together: see the table in {@link Claim}. */
  private void checkParts() {
    if (!tree.has("that")) {
      missing("that");
    }
    if (tree.has("stepsTo") == tree.has("final")) {
      problem(where, "must have either stepsTo or final", tree.has("final") ? "both" : "neither");
    }
    if (tree.has("over") && !tree.has("stepsTo")) {
      problem(where + ".over", "must stand beside stepsTo", "a claim without stepsTo");
    }
    String quantity = quantity();
    boolean bounded = false;
    for (String key : List.of("steps", "ratio", "value")) {
      bounded |= tree.has(key);
      if (tree.has(key) && !key.equals(quantity)) {
        problem(
            where + "." + key, "must stand beside " + COMPANY.get(key), "a claim on " + given());
      }
    }
    if (!bounded) {
      missing(quantity);
    }
  }

  private String quantity() {
    if (tree.has("final") && !tree.has("stepsTo")) {
      return "value";
    }
    return tree.has("over") ? "ratio" : "steps";
  }

  private String given() {
    List<String> parts = new ArrayList<>(List.of("stepsTo", "over", "final"));
    parts.removeIf(key -> !tree.has(key));
    return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
  }

  private void missing(String key) {
    problem(where + "." + key, "must be given", "nothing");
  }

  private Optional<String> words(String key) {
    JsonNode node = tree.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      problem(where + "." + key, "must be a text", Json.shown(node));
      return Optional.empty();
    }
    return Optional.of(node.textValue());
  }

  private Optional<Threshold> threshold(String key) {
    JsonNode node = tree.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isObject() || node.size() != 1) {
      problem(
          where + "." + key,
          "must be one column with its value, {column: value}",
          Json.shown(node));
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> entry = node.properties().iterator().next();
    Optional<Double> value = number(entry.getValue(), where + "." + key + "." + entry.getKey());
    return value.map(v -> new Threshold(entry.getKey(), v));
  }

  private Bounds bounds() {
    String key = quantity();
    JsonNode node = tree.get(key);
    if (node == null) {
      return null;
    }
    String at = where + "." + key;
    if (!node.isObject()) {
      problem(
          at, "must be {atLeast: number, atMost: number}, one of them or both", Json.shown(node));
      return null;
    }
    checkKeys(node, at, SIDES);
    Double atLeast = side(node, at, "atLeast");
    Double atMost = side(node, at, "atMost");
    if (!node.has("atLeast") && !node.has("atMost")) {
      problem(at, "must have atLeast or atMost", "neither");
    } else if (atLeast != null && atMost != null && atLeast > atMost) {
      problem(at, "atLeast must not exceed atMost", atLeast + " > " + atMost);
      return null;
    }
    return atLeast == null && atMost == null ? null : new Bounds(atLeast, atMost);
  }

  private Double side(JsonNode bounds, String at, String key) {
    JsonNode node = bounds.get(key);
    return node == null ? null : number(node, at + "." + key).orElse(null);
  }

  private double share() {
    JsonNode node = tree.get("share");
    if (node == null) {
      return Claim.EVERY_RUN;
    }
    double share = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(share > 0 && share <= 1)) {
      problem(where + ".share", "must be a number in (0, 1]", Json.shown(node));
    }
    return share;
  }

  private Optional<Double> number(JsonNode node, String at) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      problem(at, "must be a finite number", Json.shown(node));
      return Optional.empty();
    }
    return Optional.of(node.doubleValue());
  }

  private void checkKeys(JsonNode node, String at, List<String> known) {
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!known.contains(key)) {
        String hint = NearestKey.of(key, known).map(k -> "did you mean " + k + "?").orElse("");
        problems.add(new Problem(at, "must have no other keys than " + join(known), key, hint));
      }
    }
  }

  private void problem(String at, String mustHold, String got) {
    problems.add(new Problem(at, mustHold, got));
  }

  private static String join(List<String> keys) {
    return String.join(", ", keys);
  }
}

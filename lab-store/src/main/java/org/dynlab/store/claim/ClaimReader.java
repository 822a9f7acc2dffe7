package org.dynlab.store.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one claim out of a config and collects everything that is wrong with it. */
final class ClaimReader {
  private static final List<String> KEYS =
      List.of(
          "that",
          "stepsTo",
          "over",
          "final",
          "at",
          "rise",
          "fall",
          "correlation",
          "correlationOverRuns",
          "found",
          "arm",
          "against",
          "ratio",
          "steps",
          "value",
          "share");
  private static final String[] VALUES = {
    "final", "at", "rise", "fall", "correlation", "correlationOverRuns", "found"
  };
  private static final List<String> SIDES = List.of("atLeast", "atMost");
  private static final Map<String, String> COMPANY =
      Map.of(
          "steps", "stepsTo alone",
          "ratio", "over or against",
          "value", "final, at, rise, fall, a correlation or found, without against");

  private final ClaimTree tree;

  ClaimReader(JsonNode node, String where) {
    this.tree = new ClaimTree(node, where);
  }

  Claim read() {
    tree.checkObject(KEYS);
    checkParts();
    String that = tree.words("that").orElse("");
    Optional<Measured> measured = measured();
    Map<String, String> arm = settings("arm");
    Map<String, String> against = settings("against");
    Optional<Bounds> bounds = bounds();
    double share = share();
    tree.done();
    return new Claim(that, measured.orElseThrow(), arm, against, bounds.orElseThrow(), share);
  }

  /** Which parts stand together: see the table in {@link Claim}. */
  private void checkParts() {
    if (!tree.has("that")) {
      tree.missing("that");
    }
    List<String> subjects = new ArrayList<>(tree.given("stepsTo"));
    subjects.addAll(tree.given(VALUES));
    if (subjects.size() != 1) {
      String rule = "must have one of stepsTo, final, at, rise, fall, correlation,";
      tree.problem("", rule + " correlationOverRuns and found", given(subjects));
    }
    for (String key : tree.given("correlationOverRuns", "found")) {
      if (!tree.given("against", "share").isEmpty()) {
        tree.problem("", "must not have against or share beside " + key, "both");
      }
    }
    if (tree.has("over") && !tree.has("stepsTo")) {
      tree.problem(".over", "must stand beside stepsTo", "a claim without stepsTo");
    }
    if (tree.has("over") && tree.has("against")) {
      tree.problem(".against", "must not stand beside over", "both");
    }
    String quantity = quantity();
    for (String key : tree.given("steps", "ratio", "value")) {
      if (!key.equals(quantity)) {
        List<String> parts = new ArrayList<>(tree.given("stepsTo", "over"));
        parts.addAll(tree.given(VALUES));
        parts.addAll(tree.given("against"));
        tree.problem(
            "." + key, "must stand beside " + COMPANY.get(key), "a claim on " + given(parts));
      }
    }
    if (tree.given("steps", "ratio", "value").isEmpty()) {
      tree.missing(quantity);
    }
  }

  private static String given(List<String> parts) {
    return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
  }

  private String quantity() {
    boolean values = !tree.given(VALUES).isEmpty() && !tree.has("stepsTo");
    if (tree.has("against") || (tree.has("over") && !values)) {
      return "ratio";
    }
    return values ? "value" : "steps";
  }

  private Optional<Measured> measured() {
    if (tree.has("stepsTo")) {
      Optional<Threshold> over = threshold("over");
      return threshold("stepsTo").map(to -> new Measured.FirstStep(to, over));
    } else if (tree.has("at")) {
      return at();
    }
    Optional<Measured> correlation =
        correlation("correlation", false).or(() -> correlation("correlationOverRuns", true));
    return correlation
        .or(() -> tree.words("found").map(Measured.Found::new))
        .or(() -> tree.words("rise").map(Measured.Rise::new))
        .or(() -> tree.words("fall").map(Measured.Fall::new))
        .or(() -> tree.words("final").map(Measured.FinalValue::new));
  }

  private Optional<Measured> correlation(String key, boolean overRuns) {
    Optional<Map.Entry<String, JsonNode>> entry =
        tree.single(key, "one column with another, {column: column}");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    String column = entry.get().getKey();
    JsonNode with = entry.get().getValue();
    if (!with.isTextual() || with.textValue().isBlank()) {
      tree.problem("." + key + "." + column, "must be the name of a column", with);
      return Optional.empty();
    }
    return Optional.of(new Measured.Correlation(column, with.textValue(), overRuns));
  }

  private Optional<Threshold> threshold(String key) {
    Optional<Map.Entry<String, JsonNode>> entry =
        tree.single(key, "one column with its value, {column: value} or {column: {atMost: value}}");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    String column = entry.get().getKey();
    JsonNode value = entry.get().getValue();
    String at = "." + key + "." + column;
    if (!value.isObject()) {
      return tree.number(value, at).map(v -> Threshold.rising(column, v));
    }
    if (value.size() != 1 || !SIDES.contains(value.fieldNames().next())) {
      tree.problem(at, "must be a number, {atLeast: number} or {atMost: number}", value);
      return Optional.empty();
    }
    boolean falling = value.has("atMost");
    JsonNode number = value.iterator().next();
    return tree.number(number, at).map(v -> new Threshold(column, v, falling));
  }

  private Optional<Measured> at() {
    Optional<Map.Entry<String, JsonNode>> entry =
        tree.single("at", "one column with a step, {column: step}");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    JsonNode step = entry.get().getValue();
    String column = entry.get().getKey();
    if (!step.canConvertToExactIntegral() || step.longValue() < 0) {
      tree.problem(".at." + column, "must be a step, a whole number from 0", step);
      return Optional.empty();
    }
    return Optional.of(new Measured.ValueAt(column, step.longValue()));
  }

  private Map<String, String> settings(String key) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (!tree.has(key)) {
      return settings;
    }
    JsonNode node = tree.get(key);
    if (!node.isObject() || node.isEmpty()) {
      tree.problem("." + key, "must be swept settings, {path: value}", node);
      return settings;
    }
    node.properties().forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    return settings;
  }

  private Optional<Bounds> bounds() {
    String key = quantity();
    if (!tree.has(key)) {
      return Optional.empty();
    }
    JsonNode node = tree.get(key);
    String at = "." + key;
    if (!node.isObject()) {
      tree.problem(at, "must be {atLeast: number, atMost: number}, one of them or both", node);
      return Optional.empty();
    }
    tree.checkKeys(node, at, SIDES);
    Double atLeast = side(node, at, "atLeast");
    Double atMost = side(node, at, "atMost");
    if (!node.has("atLeast") && !node.has("atMost")) {
      tree.problem(at, "must have atLeast or atMost", "neither");
    } else if (atLeast != null && atMost != null && atLeast > atMost) {
      tree.problem(at, "atLeast must not exceed atMost", atLeast + " > " + atMost);
      return Optional.empty();
    }
    return atLeast == null && atMost == null
        ? Optional.empty()
        : Optional.of(new Bounds(atLeast, atMost));
  }

  private Double side(JsonNode bounds, String at, String key) {
    JsonNode node = bounds.get(key);
    return node == null ? null : tree.number(node, at + "." + key).orElse(null);
  }

  private double share() {
    if (!tree.has("share")) {
      return Claim.EVERY_RUN;
    }
    JsonNode node = tree.get("share");
    double share = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(share > 0 && share <= 1)) {
      tree.problem(".share", "must be a number in (0, 1]", node);
    }
    return share;
  }
}

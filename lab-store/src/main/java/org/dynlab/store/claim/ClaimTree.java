package org.dynlab.store.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Json;

/** The tree of one claim, and everything that was found wrong with it. */
final class ClaimTree {
  private final JsonNode tree;
  private final String where;
  private final List<Problem> problems = new ArrayList<>();

  ClaimTree(JsonNode tree, String where) {
    this.tree = tree;
    this.where = where;
  }

  /** Ends here if the tree is no object; keys that are not known are problems. */
  void checkObject(List<String> known) {
    if (!tree.isObject()) {
      throw new UserError(where, "must be a claim with keys " + join(known), Json.shown(tree), "");
    }
    checkKeys(tree, "", known);
  }

  void checkKeys(JsonNode node, String at, List<String> known) {
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!known.contains(key)) {
        String hint = NearestKey.of(key, known).map(k -> "did you mean " + k + "?").orElse("");
        problems.add(
            new Problem(where + at, "must have no other keys than " + join(known), key, hint));
      }
    }
  }

  boolean has(String key) {
    return tree.has(key);
  }

  JsonNode get(String key) {
    return tree.get(key);
  }

  /** Those of the keys that are there. */
  List<String> given(String... keys) {
    return Stream.of(keys).filter(tree::has).toList();
  }

  Optional<String> words(String key) {
    JsonNode node = tree.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      problem("." + key, "must be a text", node);
      return Optional.empty();
    }
    return Optional.of(node.textValue());
  }

  /** The one entry of the object under that key. */
  Optional<Map.Entry<String, JsonNode>> single(String key, String what) {
    JsonNode node = tree.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isObject() || node.size() != 1) {
      problem("." + key, "must be " + what, node);
      return Optional.empty();
    }
    return Optional.of(node.properties().iterator().next());
  }

  Optional<Double> number(JsonNode node, String at) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      problem(at, "must be a finite number", node);
      return Optional.empty();
    }
    return Optional.of(node.doubleValue());
  }

  void missing(String key) {
    problem("." + key, "must be given", "nothing");
  }

  void problem(String at, String mustHold, JsonNode got) {
    problem(at, mustHold, Json.shown(got));
  }

  void problem(String at, String mustHold, String got) {
    problems.add(new Problem(where + at, mustHold, got));
  }

  void done() {
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
  }

  private static String join(List<String> keys) {
    return String.join(", ", keys);
  }
}

package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.dynlab.core.describe.Checks;

/**
 * How much of each kind an experiment file may hold. Looked at before anything is built from the
 * file: what has more is no experiment, and to say of all its parts what is wrong would take long.
 */
final class SizeLimits {
  private static final int LONGEST_KEY = 1_000;
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_KEYS = 1_000;
  private static final int MOST_PARTS = 1_000;
  private static final int MOST_TOLD = 20;

  /** Each a run or more: how many there may be is a matter of {@link SweepSize}. */
  private static final String POINTS = "sweep.list";

  private final String file;
  private final Checks checks;
  private final Deque<String> path = new ArrayDeque<>();
  private int told;

  private SizeLimits(String file, Checks checks) {
    this.file = file;
    this.checks = checks;
  }

  /** Adds what is too much in a file; of its sweep as a whole only if no part is too large. */
  static void check(String file, ObjectNode tree, Checks checks) {
    SizeLimits limits = new SizeLimits(file, checks);
    limits.look(tree);
    if (limits.told == 0) {
      SweepSize.of(tree).check(file, checks);
    }
  }

  private void look(JsonNode node) {
    if (node.isTextual()) {
      atMost(LONGEST_TEXT, "characters", node.textValue().length());
    } else if (node.isObject() && atMost(MOST_KEYS, "keys", node.size())) {
      node.properties().forEach(entry -> key(entry.getKey(), entry.getValue()));
    } else if (node.isArray()) {
      list(node);
    }
  }

  private void key(String key, JsonNode value) {
    path.addLast(path.isEmpty() ? key : "." + key);
    if (atMost(LONGEST_KEY, "characters in a key", key.length())) {
      look(value);
    }
    path.removeLast();
  }

  /** Plain values may be many: seeds, steps, values that are swept. */
  private void list(JsonNode list) {
    boolean plain = true;
    for (JsonNode element : list) {
      plain &= element.isValueNode();
    }
    if (plain || where().equals(POINTS) || atMost(MOST_PARTS, "parts", list.size())) {
      for (int i = 0; i < list.size(); i++) {
        path.addLast("[" + i + "]");
        look(list.get(i));
        path.removeLast();
      }
    }
  }

  private String where() {
    return String.join("", path);
  }

  private boolean atMost(int most, String noun, int got) {
    if (got > most && told < MOST_TOLD) {
      told++;
      String place = path.isEmpty() ? file : file + ": " + where();
      checks.that(false, place, "must have at most " + most + " " + noun, got);
    }
    return got <= most;
  }
}

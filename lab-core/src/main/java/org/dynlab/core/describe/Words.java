package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dynlab.store.problem.NearestKey;

/** How constants, found values and hints are worded. */
final class Words {
  private static final int LONGEST = 80;

  private Words() {}

  /** The constant as users write it: {@code ORTHOGONAL_X} is {@code orthogonalX}. */
  static String of(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().split("_", -1)) {
      String lower = part.toLowerCase(Locale.ROOT);
      boolean first = word.length() == 0 || lower.isEmpty();
      word.append(first ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT));
      word.append(first ? "" : lower.substring(1));
    }
    return word.toString();
  }

  /** What was found, on one line and not longer than 80 characters; texts are quoted. */
  static String got(JsonNode node) {
    if (node.isNull()) {
      return "nothing";
    }
    return shortened(node.toString());
  }

  /** A text without quotes, anything else as {@link #got}. */
  static String bare(JsonNode node) {
    return node.isTextual() ? shortened(node.textValue()) : got(node);
  }

  /** The nearest of the known words as a question, else all of them after {@code label}. */
  static String hint(String unknown, Collection<String> known, String label) {
    return NearestKey.of(unknown, known)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> label + ": " + String.join(", ", known));
  }

  /** The nearest of the known words as a question, else nothing. */
  static String nearest(String unknown, List<String> known) {
    return NearestKey.of(unknown, known).map(near -> "did you mean " + near + "?").orElse("");
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\R", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}

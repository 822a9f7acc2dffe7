package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A tree as YAML for people: short mappings and lists on one line, long ones below each other.
 * Reading the text gives the same tree, up to whether a whole number was written as a long.
 */
public final class YamlText {
  private static final int LINE = 100;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

  /** Words that older readers take for truth values. */
  private static final Set<String> TRAPS = Set.of("y", "n", "yes", "no", "on", "off");

  private YamlText() {}

  /** The text, ending with a line break. */
  public static String of(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    if (tree.isObject() && !tree.isEmpty()) {
      block(tree, "", text);
    } else {
      text.append(flow(tree)).append('\n');
    }
    return text.toString();
  }

  /** The tree on one line. */
  public static String flow(JsonNode tree) {
    if (tree.isObject()) {
      StringJoiner joiner = new StringJoiner(", ", "{", "}");
      tree.properties()
          .forEach(entry -> joiner.add(quoted(entry.getKey()) + ": " + flow(entry.getValue())));
      return joiner.toString();
    } else if (tree.isArray()) {
      StringJoiner joiner = new StringJoiner(", ", "[", "]");
      tree.forEach(element -> joiner.add(flow(element)));
      return joiner.toString();
    }
    return scalar(tree);
  }

  private static void block(JsonNode node, String indent, StringBuilder text) {
    if (node.isObject()) {
      node.properties()
          .forEach(e -> entry(indent + quoted(e.getKey()) + ":", e.getValue(), indent, text));
    } else {
      node.forEach(element -> entry(indent + "-", element, indent, text));
    }
  }

  private static void entry(String head, JsonNode value, String indent, StringBuilder text) {
    String line = head + " " + flow(value);
    if (line.length() <= LINE || value.isValueNode() || value.isEmpty()) {
      text.append(line).append('\n');
    } else if (head.endsWith("-")) {
      StringBuilder element = new StringBuilder();
      block(value, indent + "  ", element);
      text.append(head).append(element.substring(head.length()));
    } else {
      text.append(head).append('\n');
      block(value, indent + "  ", text);
    }
  }

  private static String scalar(JsonNode value) {
    if (value.isTextual()) {
      return quoted(value.textValue());
    }
    double number = value.doubleValue();
    if (Double.isNaN(number)) {
      return ".nan";
    }
    return Double.isInfinite(number) ? (number > 0 ? ".inf" : "-.inf") : value.toString();
  }

  private static String quoted(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !TRAPS.contains(text.toLowerCase(Locale.ROOT))
            && YamlScalar.of(text).isTextual();
    return plain ? text : escaped(JsonNodeFactory.instance.textNode(text).toString());
  }

  /** JSON leaves some characters bare that YAML does not allow or takes for line breaks. */
  private static String escaped(String json) {
    StringBuilder safe = new StringBuilder();
    json.chars()
        .forEach(
            c -> {
              boolean bare = (c < 0x7f || c > 0xa0) && c != 0x2028 && c != 0x2029 && c != 0xfeff;
              safe.append(bare ? (char) c : String.format(Locale.ROOT, "\\u%04x", c));
            });
    return safe.toString();
  }
}

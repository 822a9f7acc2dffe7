package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an unquoted YAML word means, by the core schema of YAML 1.2 (yaml.org/spec/1.2.2, section
 * 10.3.2): {@code no}, {@code on} and {@code 12:30} are texts, {@code 1e3} is a number. Stricter in
 * one thing: whole numbers with leading zeros, octal or hexadecimal ones are texts, because
 * programs disagree about them.
 */
final class YamlScalar {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final int LONGEST_WHOLE = 40;

  /** The longest exact decimal expansion of a double has 767 significant digits. */
  private static final int LONGEST_NUMBER = 1100;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Map<String, Double> NOT_FINITE =
      Map.of(
          ".nan", Double.NaN,
          ".inf", Double.POSITIVE_INFINITY,
          "+.inf", Double.POSITIVE_INFINITY,
          "-.inf", Double.NEGATIVE_INFINITY);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlScalar() {}

  static JsonNode of(String word) {
    if (NULLS.contains(word)) {
      return NODES.nullNode();
    } else if (TRUE.contains(word) || FALSE.contains(word)) {
      return NODES.booleanNode(TRUE.contains(word));
    } else if (word.length() <= LONGEST_WHOLE && WHOLE.matcher(word).matches()) {
      return whole(new BigInteger(word));
    } else if (word.length() <= LONGEST_NUMBER && NUMBER.matcher(word).matches()) {
      return NODES.numberNode(Double.parseDouble(word));
    }
    Double notFinite = NOT_FINITE.get(word.toLowerCase(Locale.ROOT));
    return notFinite == null ? NODES.textNode(word) : NODES.numberNode((double) notFinite);
  }

  private static JsonNode whole(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }
}

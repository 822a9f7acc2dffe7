package org.dynlab.core.experiment;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.dynlab.store.text.Sha256;

/**
 * Identity of a run: the first eight hexadecimal digits of the SHA-256 of {@code
 * {"seed":...,"spec":...}} in canonical JSON. Canonical means: keys sorted, no spaces, doubles by
 * their exact decimal expansion (which no Java version prints differently). The name of the
 * experiment is left out, so renaming changes no hash, and so is when checkpoints are written.
 * Eight digits tell runs of one experiment apart together with their index, not alone.
 */
final class SpecHash {
  private static final int DIGITS = 8;
  private static final Set<String> NOT_HASHED = Set.of("name", "checkpoints");

  private final String canonical;

  private SpecHash(String canonical) {
    this.canonical = canonical;
  }

  /** The part of the identity that runs of all seeds share. */
  static SpecHash of(JsonNode spec) {
    return of(spec, new IdentityHashMap<>());
  }

  /**
   * The same for one of many specs that share parts.
   *
   * @param parts the texts of parts by the object they are; those of this spec are added
   */
  static SpecHash of(JsonNode spec, IdentityHashMap<JsonNode, String> parts) {
    StringJoiner joiner =
        keys(spec, NOT_HASHED, part -> parts.computeIfAbsent(part, SpecHash::canonical));
    return new SpecHash(joiner.toString());
  }

  /** The identity of the run with that seed. */
  String with(long seed) {
    String text = "{\"seed\":" + seed + ",\"spec\":" + canonical + "}";
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  static String canonical(JsonNode node) {
    if (node.isObject()) {
      return keys(node, Set.of(), SpecHash::canonical).toString();
    } else if (node.isArray()) {
      StringJoiner elements = new StringJoiner(",", "[", "]");
      node.forEach(element -> elements.add(canonical(element)));
      return elements.toString();
    }
    boolean finite = node.isFloatingPointNumber() && Double.isFinite(node.doubleValue());
    if (finite) {
      return new BigDecimal(node.doubleValue()).toString();
    }
    return node.isTextual() ? quoted(node.textValue()) : node.toString();
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static StringJoiner keys(
      JsonNode object, Set<String> leftOut, Function<JsonNode, String> text) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    sorted.keySet().removeAll(leftOut);
    StringJoiner joiner = new StringJoiner(",", "{", "}");
    sorted.forEach((key, value) -> joiner.add(quoted(key) + ":" + text.apply(value)));
    return joiner;
  }
}

package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Identity of a run: the first eight hexadecimal digits of the SHA-256 of {@code
 * {"seed":...,"spec":...}} in canonical JSON. Canonical means: keys sorted, no spaces, doubles by
 * their exact decimal expansion (which no Java version prints differently). The name of the
 * experiment is left out, so renaming changes no hash. Eight digits tell runs of one experiment
 * apart together with their index, not alone.
 */
final class SpecHash {
  private static final int DIGITS = 8;
  private static final String NAME = "name";

  private final String canonical;

  private SpecHash(String canonical) {
    this.canonical = canonical;
  }

  /** The part of the identity that runs of all seeds share. */
  static SpecHash of(JsonNode spec) {
    return new SpecHash(keys(spec, NAME).toString());
  }

  /** The identity of the run with that seed. */
  String with(long seed) {
    String text = "{\"seed\":" + seed + ",\"spec\":" + canonical + "}";
    return HexFormat.of().formatHex(sha256(text)).substring(0, DIGITS);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String canonical(JsonNode node) {
    if (node.isObject()) {
      return keys(node, "").toString();
    } else if (node.isArray()) {
      StringJoiner elements = new StringJoiner(",", "[", "]");
      node.forEach(element -> elements.add(canonical(element)));
      return elements.toString();
    }
    boolean finite = node.isFloatingPointNumber() && Double.isFinite(node.doubleValue());
    return finite ? new BigDecimal(node.doubleValue()).toString() : node.toString();
  }

  private static StringJoiner keys(JsonNode object, String leftOut) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    sorted.remove(leftOut);
    StringJoiner joiner = new StringJoiner(",", "{", "}");
    sorted.forEach((key, value) -> joiner.add(TextNode.valueOf(key) + ":" + canonical(value)));
    return joiner;
  }
}

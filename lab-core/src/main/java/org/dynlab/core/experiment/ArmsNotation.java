package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.rule.Chain;

/** A mapping from names to chains; a single chain may stand alone. */
record ArmsNotation() implements Notation<Arms> {
  @Override
  public Class<Arms> type() {
    return Arms.class;
  }

  @Override
  public Arms read(JsonNode node, RecordReader reader) {
    if (!isNamed(node)) {
      return new Arms(Map.of(Arms.UNNAMED, reader.read(node, Chain.class, "")));
    }
    Checks checks = new Checks();
    Map<String, Chain> chains = new LinkedHashMap<>();
    for (String name : names(node)) {
      checks
          .within(name, () -> reader.read(node.get(name), Chain.class, ""))
          .ifPresent(chain -> chains.put(name, chain));
    }
    checks.done();
    return new Arms(chains);
  }

  /** The arms of that tree, in order; none for a chain that stands alone. */
  static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    if (isNamed(node)) {
      node.properties().forEach(entry -> names.add(entry.getKey()));
    }
    return names;
  }

  private static boolean isNamed(JsonNode node) {
    return node.isObject() && !node.has("kind");
  }

  @Override
  public JsonNode write(Arms arms, RecordWriter writer) {
    if (arms.unnamed()) {
      return writer.toTree(arms.chains().get(Arms.UNNAMED), Chain.class);
    }
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    arms.chains().forEach((name, chain) -> named.set(name, writer.toTree(chain, Chain.class)));
    return named;
  }
}

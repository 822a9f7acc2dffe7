package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.UpdateRule;

/** A list of links; a single link may stand without the brackets. */
record ChainNotation() implements Notation<Chain> {
  @Override
  public Class<Chain> type() {
    return Chain.class;
  }

  @Override
  public Chain read(JsonNode node, RecordReader reader) {
    if (!node.isArray()) {
      return Chain.of(reader.read(node, UpdateRule.class, ""));
    }
    Checks checks = new Checks();
    checks.that(!node.isEmpty(), "", "must have at least one link", "[]");
    List<UpdateRule> links = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode link = node.get(i);
      checks
          .within("[" + i + "]", () -> reader.read(link, UpdateRule.class, ""))
          .ifPresent(links::add);
    }
    checks.done();
    return new Chain(links);
  }

  @Override
  public JsonNode write(Chain chain, RecordWriter writer) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    chain.links().forEach(link -> list.add(writer.toTree(link, UpdateRule.class)));
    return list;
  }
}

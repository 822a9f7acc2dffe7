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
import org.dynlab.core.experiment.stop.Divergence;
import org.dynlab.core.experiment.stop.Patience;
import org.dynlab.core.experiment.stop.StopRule;
import org.dynlab.core.experiment.stop.StopRules;
import org.dynlab.core.experiment.stop.Target;

/**
 * One mapping or a list of them; {@code patience} and {@code divergesAbove} tell the kinds apart.
 */
record StopNotation() implements Notation<StopRules> {
  @Override
  public Class<StopRules> type() {
    return StopRules.class;
  }

  @Override
  public StopRules read(JsonNode node, RecordReader reader) {
    if (!node.isArray()) {
      return StopRules.of(rule(node, reader));
    }
    Checks checks = new Checks();
    List<StopRule> rules = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode each = node.get(i);
      checks.within("[" + i + "]", () -> rule(each, reader)).ifPresent(rules::add);
    }
    checks.done();
    return new StopRules(rules);
  }

  private static StopRule rule(JsonNode node, RecordReader reader) {
    if (node.has("patience")) {
      return reader.read(node, Patience.class, "");
    }
    return node.has("divergesAbove")
        ? reader.read(node, Divergence.class, "")
        : reader.read(node, Target.class, "");
  }

  @Override
  public JsonNode write(StopRules stop, RecordWriter writer) {
    List<JsonNode> written = new ArrayList<>();
    stop.rules().forEach(rule -> written.add(writer.toTree(rule, rule.getClass())));
    if (written.size() == 1) {
      return written.get(0);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    written.forEach(list::add);
    return list;
  }
}

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
import org.dynlab.store.problem.UserError;

/** A list of seeds, or a number n for 0..n-1. */
record SeedsNotation() implements Notation<Seeds> {
  @Override
  public Class<Seeds> type() {
    return Seeds.class;
  }

  @Override
  public Seeds read(JsonNode node, RecordReader reader) {
    if (node.isArray()) {
      return new Seeds(listed(node, reader));
    } else if (!node.isNumber()) {
      String rule = "must be a whole number or a list of them";
      throw new UserError("", rule, node.toString(), "5 means 0, 1, 2, 3, 4");
    }
    int n = reader.read(node, Integer.class, "");
    new Checks().range("", n, 1, Seeds.MOST).done();
    return Seeds.first(n);
  }

  private static List<Long> listed(JsonNode node, RecordReader reader) {
    Checks checks = new Checks();
    List<Long> seeds = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode seed = node.get(i);
      checks.within("[" + i + "]", () -> reader.read(seed, Long.class, "")).ifPresent(seeds::add);
    }
    checks.done();
    return seeds;
  }

  @Override
  public JsonNode write(Seeds seeds, RecordWriter writer) {
    int n = seeds.values().size();
    if (seeds.equals(Seeds.first(n))) {
      return JsonNodeFactory.instance.numberNode((long) n);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    seeds.values().forEach(list::add);
    return list;
  }
}

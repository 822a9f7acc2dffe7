package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.store.problem.UserError;

/** {@code full}, a number of examples, or {@code {size: 512, replacement: true}}. */
record BatchNotation() implements Notation<BatchMode> {
  private static final String FULL = "full";

  /** The long form. */
  record Sized(
      @Meaning("examples per step") int size,
      @Default("false") @Meaning("whether one may come twice in a step") boolean replacement) {}

  @Override
  public Class<BatchMode> type() {
    return BatchMode.class;
  }

  @Override
  public BatchMode read(JsonNode node, RecordReader reader) {
    if (FULL.equals(node.textValue())) {
      return BatchMode.full();
    } else if (node.isObject()) {
      Sized sized = reader.read(node, Sized.class, "");
      return sized.replacement() ? BatchMode.drawn(sized.size()) : BatchMode.of(sized.size());
    } else if (!node.isNumber()) {
      String rule = "must be full, a whole number or {size: ..., replacement: ...}";
      throw new UserError("", rule, node.toString(), "");
    }
    return BatchMode.of(reader.read(node, Integer.class, ""));
  }

  @Override
  public JsonNode write(BatchMode batch, RecordWriter writer) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (batch.size().isEmpty()) {
      return nodes.textNode(FULL);
    }
    long size = batch.size().orElseThrow();
    return batch.replacement()
        ? nodes.objectNode().put("size", size).put("replacement", true)
        : nodes.numberNode(size);
  }
}

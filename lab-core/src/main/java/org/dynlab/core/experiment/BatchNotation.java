package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.store.UserError;

/** {@code full}, or a number of examples. */
record BatchNotation() implements Notation<BatchMode> {
  private static final String FULL = "full";

  @Override
  public Class<BatchMode> type() {
    return BatchMode.class;
  }

  @Override
  public BatchMode read(JsonNode node, RecordReader reader) {
    if (FULL.equals(node.textValue())) {
      return BatchMode.full();
    } else if (!node.isNumber()) {
      throw new UserError("", "must be full or a whole number", node.toString(), "");
    }
    return BatchMode.of(reader.read(node, Integer.class, ""));
  }

  @Override
  public JsonNode write(BatchMode batch, RecordWriter writer) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return batch
        .size()
        .<JsonNode>map(size -> nodes.numberNode(size.longValue()))
        .orElseGet(() -> nodes.textNode(FULL));
  }
}

package org.dynlab.core.model;

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

/**
 * {@code true} or {@code false} for all layers, {@code hidden} or {@code output} for those alone,
 * or a truth per layer, e.g. {@code [true, true, false]}.
 */
public record BiasesNotation() implements Notation<Biases> {
  private static final String HIDDEN = "hidden";
  private static final String OUTPUT = "output";

  @Override
  public Class<Biases> type() {
    return Biases.class;
  }

  @Override
  public Biases read(JsonNode node, RecordReader reader) {
    if (node.isBoolean()) {
      return Biases.everywhere(node.booleanValue());
    } else if (HIDDEN.equals(node.textValue()) || OUTPUT.equals(node.textValue())) {
      boolean hidden = HIDDEN.equals(node.textValue());
      return new Biases.ByRole(hidden, !hidden);
    } else if (!node.isArray()) {
      String rule = "must be true, false, hidden, output or a list of true and false";
      throw new UserError("", rule, node.toString(), "");
    }
    Checks checks = new Checks();
    List<Boolean> layers = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode layer = node.get(i);
      checks
          .within("[" + i + "]", () -> reader.read(layer, Boolean.class, ""))
          .ifPresent(layers::add);
    }
    checks.done();
    return new Biases.Listed(layers);
  }

  @Override
  public JsonNode write(Biases biases, RecordWriter writer) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (biases instanceof Biases.Listed listed) {
      ArrayNode array = nodes.arrayNode();
      listed.layers().forEach(array::add);
      return array;
    }
    Biases.ByRole role = (Biases.ByRole) biases;
    return role.hidden() == role.output()
        ? nodes.booleanNode(role.hidden())
        : nodes.textNode(role.hidden() ? HIDDEN : OUTPUT);
  }
}

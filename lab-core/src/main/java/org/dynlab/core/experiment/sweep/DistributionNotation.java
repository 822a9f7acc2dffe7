package org.dynlab.core.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.experiment.sweep.Distribution.IntegerRange;
import org.dynlab.core.experiment.sweep.Distribution.LogUniform;
import org.dynlab.core.experiment.sweep.Distribution.OneOf;
import org.dynlab.core.experiment.sweep.Distribution.Uniform;
import org.dynlab.store.problem.UserError;

/**
 * One key and a list: {@code {uniform: [0, 1]}}, {@code {logUniform: [1.0e-4, 0.1]}}, {@code
 * {integer: [16, 128]}} or {@code {oneOf: [relu, tanh]}}.
 */
public record DistributionNotation() implements Notation<Distribution> {
  private static final String UNIFORM = "uniform";
  private static final String LOG_UNIFORM = "logUniform";
  private static final String INTEGER = "integer";
  private static final String ONE_OF = "oneOf";

  @Override
  public Class<Distribution> type() {
    return Distribution.class;
  }

  @Override
  public Distribution read(JsonNode node, RecordReader reader) {
    List<String> names = new ArrayList<>();
    node.properties().forEach(entry -> names.add(entry.getKey()));
    boolean known = List.of(UNIFORM, LOG_UNIFORM, INTEGER, ONE_OF).containsAll(names);
    if (names.size() != 1 || !known) {
      throw new UserError(
          "",
          "must have one of uniform, logUniform, integer and oneOf",
          names.isEmpty() ? node.toString() : String.join(" and ", names),
          "for example {logUniform: [1.0e-4, 0.1]}");
    }
    String name = names.get(0);
    Checks checks = new Checks();
    Supplier<Distribution> named = () -> named(name, node.get(name), reader);
    Distribution distribution = checks.within(name, named).orElse(null);
    checks.done();
    return distribution;
  }

  private static Distribution named(String name, JsonNode list, RecordReader reader) {
    if (!list.isArray()) {
      throw new UserError("", "must be a list", list.toString(), "");
    } else if (name.equals(ONE_OF)) {
      return new OneOf(elements(list, JsonNode.class, reader));
    } else if (list.size() != 2) {
      throw new UserError("", "must be the lowest and the highest value", list.toString(), "");
    } else if (name.equals(INTEGER)) {
      List<Long> bounds = elements(list, Long.class, reader);
      return new IntegerRange(bounds.get(0), bounds.get(1));
    }
    List<Double> bounds = elements(list, Double.class, reader);
    return name.equals(UNIFORM)
        ? new Uniform(bounds.get(0), bounds.get(1))
        : new LogUniform(bounds.get(0), bounds.get(1));
  }

  private static <T> List<T> elements(JsonNode list, Class<T> type, RecordReader reader) {
    Checks checks = new Checks();
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode element = list.get(i);
      checks.within("[" + i + "]", () -> reader.read(element, type, "")).ifPresent(elements::add);
    }
    checks.done();
    return elements;
  }

  @Override
  public JsonNode write(Distribution distribution, RecordWriter writer) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    if (distribution instanceof Uniform uniform) {
      tree.putArray(UNIFORM).add(uniform.low()).add(uniform.high());
    } else if (distribution instanceof LogUniform uniform) {
      tree.putArray(LOG_UNIFORM).add(uniform.low()).add(uniform.high());
    } else if (distribution instanceof IntegerRange range) {
      tree.putArray(INTEGER).add(range.low()).add(range.high());
    } else if (distribution instanceof OneOf choice) {
      ArrayNode values = tree.putArray(ONE_OF);
      choice.values().forEach(value -> values.add(value.deepCopy()));
    }
    return tree;
  }
}

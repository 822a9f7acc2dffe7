package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.experiment.Cadence.At;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.core.experiment.Cadence.FirstThenLogSpaced;
import org.dynlab.core.experiment.Cadence.LogSpaced;
import org.dynlab.core.experiment.Cadence.Phases;
import org.dynlab.store.problem.UserError;

/** A mapping with the key of one cadence, or the word {@code phases}. */
record CadenceNotation() implements Notation<Cadence> {
  static final List<String> KEYS = List.of("every", "first", "logSpaced", "at");
  private static final String PHASES = "phases";
  private static final Map<String, Class<? extends Cadence>> CADENCES =
      Map.of(
          "every",
          Every.class,
          "logSpaced",
          LogSpaced.class,
          "at",
          At.class,
          "first",
          FirstThenLogSpaced.class);

  @Override
  public Class<Cadence> type() {
    return Cadence.class;
  }

  @Override
  public Cadence read(JsonNode node, RecordReader reader) {
    if (PHASES.equals(node.textValue())) {
      return new Phases();
    } else if (!node.isObject()) {
      String rule = "must be phases or have one of every, logSpaced, first with logSpaced, at";
      throw new UserError("", rule, node.toString(), "");
    }
    List<String> given = new ArrayList<>(KEYS);
    given.removeIf(key -> !node.has(key));
    if (given.size() != 1 && !given.equals(List.of("first", "logSpaced"))) {
      String got = given.isEmpty() ? node.toString() : String.join(" and ", given);
      String rule = "must have one of every, logSpaced, first with logSpaced, at";
      throw new UserError("", rule, got, "");
    }
    return reader.read(node, CADENCES.get(given.get(0)), "");
  }

  @Override
  public JsonNode write(Cadence cadence, RecordWriter writer) {
    return cadence instanceof Phases
        ? JsonNodeFactory.instance.textNode(PHASES)
        : writer.toTree(cadence, cadence.getClass());
  }

  /** The keys of a cadence among others, e.g. those of a probe; every step if there are none. */
  Cadence readBeside(JsonNode node, RecordReader reader) {
    ObjectNode only = JsonNodeFactory.instance.objectNode();
    KEYS.stream().filter(node::has).forEach(key -> only.set(key, node.get(key)));
    return only.isEmpty() ? new Every(1) : read(only, reader);
  }
}

package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.experiment.Cadence.At;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.core.experiment.Cadence.FirstThenLogSpaced;
import org.dynlab.core.experiment.Cadence.LogSpaced;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.store.UserError;

/** The keys of the instrument and one key for the cadence in the same mapping. */
record ProbeNotation() implements Notation<Probe> {
  static final List<String> KEYS = List.of("every", "first", "logSpaced", "at");
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
  public Class<Probe> type() {
    return Probe.class;
  }

  @Override
  public Probe read(JsonNode node, RecordReader reader) {
    Checks checks = new Checks();
    Optional<Instrument> instrument =
        checks.within("", () -> reader.readBeside(node, Instrument.class, KEYS, ""));
    Optional<Cadence> cadence = checks.within("", () -> cadence(node, reader));
    checks.done();
    return new Probe(instrument.orElseThrow(), cadence.orElseThrow());
  }

  private static Cadence cadence(JsonNode node, RecordReader reader) {
    List<String> given = new ArrayList<>(KEYS);
    given.removeIf(key -> !node.has(key));
    if (given.isEmpty()) {
      return new Every(1);
    } else if (given.size() > 1 && !given.equals(List.of("first", "logSpaced"))) {
      String got = String.join(" and ", given);
      String rule = "must have one of every, logSpaced, first with logSpaced, at";
      throw new UserError("", rule, got, "");
    }
    ObjectNode only = JsonNodeFactory.instance.objectNode();
    given.forEach(key -> only.set(key, node.get(key)));
    return reader.read(only, CADENCES.get(given.get(0)), "");
  }

  @Override
  public JsonNode write(Probe probe, RecordWriter writer) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.setAll((ObjectNode) writer.toTree(probe.instrument(), Instrument.class));
    Cadence cadence = probe.cadence();
    return tree.setAll((ObjectNode) writer.toTree(cadence, cadence.getClass()));
  }
}

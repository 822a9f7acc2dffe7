package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Notation;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.instrument.Instrument;

/** The keys of the instrument and one key for the cadence in the same mapping. */
record ProbeNotation() implements Notation<Probe> {
  static final List<String> KEYS = CadenceNotation.KEYS;
  private static final CadenceNotation CADENCE = new CadenceNotation();

  @Override
  public Class<Probe> type() {
    return Probe.class;
  }

  @Override
  public Probe read(JsonNode node, RecordReader reader) {
    Checks checks = new Checks();
    Optional<Instrument> instrument =
        checks.within("", () -> reader.readBeside(node, Instrument.class, KEYS, ""));
    Optional<Cadence> cadence = checks.within("", () -> CADENCE.readBeside(node, reader));
    checks.done();
    return new Probe(instrument.orElseThrow(), cadence.orElseThrow());
  }

  @Override
  public JsonNode write(Probe probe, RecordWriter writer) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.setAll((ObjectNode) writer.toTree(probe.instrument(), Instrument.class));
    return tree.setAll((ObjectNode) CADENCE.write(probe.cadence(), writer));
  }
}

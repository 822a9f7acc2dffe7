package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Language;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.experiment.sweep.DistributionNotation;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.model.BiasesNotation;

/** The language of experiment files, for the tasks, models, rules and instruments of a lab. */
public final class ExperimentLanguage {
  private final RecordReader reader;
  private final RecordWriter writer;

  /** The language with these families. */
  public ExperimentLanguage(List<Catalogue<?>> catalogues) {
    Language language =
        new Language(
            catalogues,
            List.of(
                new BatchNotation(),
                new BiasesNotation(),
                new SeedsNotation(),
                new StopNotation(),
                new DistributionNotation(),
                new ChainNotation(),
                new ArmsNotation(),
                new ProbeNotation(),
                new CadenceNotation(),
                new ClaimNotation()));
    language.family(Instrument.class).ifPresent(ExperimentLanguage::refuseCadenceKeys);
    this.reader = new RecordReader(language);
    this.writer = new RecordWriter(language);
  }

  /** In a probe the instrument's keys stand beside those of the cadence. */
  private static void refuseCadenceKeys(Catalogue<?> instruments) {
    for (String kind : instruments.kinds()) {
      for (RecordComponent component : instruments.find(kind).orElseThrow().getRecordComponents()) {
        if (ProbeNotation.KEYS.contains(component.getName())) {
          throw new IllegalArgumentException(
              kind + " cannot have a key " + component.getName() + ": it is the cadence's");
        }
      }
    }
  }

  /** Reads the records of this language. */
  public RecordReader reader() {
    return reader;
  }

  /** Writes the records of this language. */
  public RecordWriter writer() {
    return writer;
  }

  /** What {@link RunSpec#spec} describes. */
  public RunDescription run(JsonNode spec) {
    return reader.read(spec, RunDescription.class, "");
  }
}

package org.dynlab.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;
import org.dynlab.store.table.ColumnFile;
import org.dynlab.store.table.MetricTable;
import org.dynlab.store.table.TimingTable;
import org.dynlab.store.text.Json;

/**
 * The files of the lab with their readers, in a folder that {@link #writeAll} has made. A reading
 * ends in a {@link UserError} or agrees with what a slow second reader finds in the bytes.
 */
enum StoredFile {
  METRICS("run/metrics.csv") {
    @Override
    void read(Path folder, byte[] bytes) {
      MetricTable table = MetricTable.read(in(folder), SampleRun.COLUMNS);
      PlainRows.of(bytes).assertReadAs(table);
    }
  },
  TIMING("run/timing.csv") {
    @Override
    void read(Path folder, byte[] bytes) {
      TimingTable table = TimingTable.read(in(folder));
      PlainRows.of(bytes).assertReadAs(table);
    }
  },
  COLUMNS("run/columns.csv") {
    @Override
    void read(Path folder, byte[] bytes) {
      List<Column> columns = ColumnFile.read(in(folder));
      assertThat(columns).doesNotHaveDuplicates();
      ColumnFile.check(columns);
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertThat(text).endsWith("\n");
      for (Column column : columns) {
        Stream.of(column.name(), column.unit(), column.meaning(), column.cadence())
            .map(cell -> cell.replace("\"", ""))
            .forEach(cell -> assertThat(text.replace("\"", "")).contains(cell));
      }
    }
  },
  MANIFEST("run/manifest.json") {
    @Override
    void read(Path folder, byte[] bytes) {
      Manifest read = Manifest.read(in(folder));
      assertSaidBy(tree(bytes), tree(Json.pretty(read)));
    }
  },
  EXPERIMENT("experiment/experiment.yaml") {
    @Override
    void read(Path folder, byte[] bytes) {
      String text = ExperimentDirectory.open(in(folder).getParent()).experimentYaml();
      assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    }
  },
  PLAN("experiment/plan.jsonl") {
    @Override
    void read(Path folder, byte[] bytes) {
      List<PlannedRun> planned = ExperimentDirectory.open(in(folder).getParent()).planned();
      List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
      assertThat(planned).hasSameSizeAs(bytes.length == 0 ? List.of() : lines);
      for (int i = 0; i < planned.size(); i++) {
        assertThat(planned.get(i).index()).isEqualTo(i);
        assertSaidBy(tree(lines.get(i)), tree(Json.line(planned.get(i))));
      }
    }
  },
  JOURNAL("experiment/journal.jsonl") {
    @Override
    void read(Path folder, byte[] bytes) {
      List<JournalEntry> entries = ExperimentDirectory.open(in(folder).getParent()).journal();
      List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
      int line = 0;
      for (JournalEntry entry : entries) {
        while (!saidBy(lines.get(line), entry)) {
          line++;
        }
        line++;
      }
    }

    private boolean saidBy(String line, JournalEntry entry) {
      return Json.tryParse(line)
          .filter(tree -> entry.time().equals(tree.path("time").textValue()))
          .filter(tree -> entry.event().equals(tree.path("event").textValue()))
          .filter(tree -> tree(Json.line(entry.details())).equals(tree.path("details")))
          .isPresent();
    }
  },
  FORECAST("forecast.json") {
    @Override
    void read(Path folder, byte[] bytes) {
      ForecastFile read = ForecastFile.read(in(folder), Optional.empty());
      assertSaidBy(tree(bytes), tree(Json.line(read)));
    }
  },
  CHECKPOINT("step.ckpt") {
    @Override
    void read(Path folder, byte[] bytes) {
      Checkpoint.read(in(folder));
      throw new AssertionError("a changed checkpoint was read");
    }
  };

  private static final JsonMapper PLAIN = new JsonMapper();

  private final String name;

  StoredFile(String name) {
    this.name = name;
  }

  Path in(Path folder) {
    return folder.resolve(name);
  }

  /** Reads the file of this name, which holds these bytes. */
  abstract void read(Path folder, byte[] bytes);

  /** Makes an experiment, a run and a checkpoint with all these files in that folder. */
  static void writeAll(Path folder) {
    ExperimentDirectory experiment =
        ExperimentDirectory.create(
            folder.resolve("experiment"),
            "name: adam-vs-wand\ntask: {kind: modularArithmetic}\nsweep:\n  seeds: 2\n",
            List.of(
                new PlannedRun(0, "aa", 7, Map.of("optimizer", "adamw")),
                new PlannedRun(1, "bb", 9007199254740993L, Map.of("optimizer", "wand"))));
    experiment.note(new JournalEntry("2026-01-02T03:04:05Z", "started", Map.of("runs", "2")));
    experiment.note(new JournalEntry("2026-01-02T03:04:06Z", "ended", Map.of("why", "ü \"x\"")));
    SampleRun.write(folder.resolve("run"));
    new Checkpoint("5f2c9a01d3", 1000, List.of(), Map.of("order", 1000L))
        .with("parameters", new double[] {1, -0.5, Math.PI})
        .with("adam.first_moment", new double[3])
        .write(folder.resolve("step.ckpt"));
    SampleRun.forecast().write(folder.resolve("forecast.json"));
  }

  private static JsonNode tree(byte[] bytes) {
    return tree(new String(bytes, StandardCharsets.UTF_8));
  }

  private static JsonNode tree(String text) {
    try {
      return PLAIN.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("what was read is not JSON: " + text, e);
    }
  }

  /**
   * Every field of {@code read} stands in {@code said}, which may leave out or null empty ones, and
   * write outcomes in capitals and among blanks.
   */
  private static void assertSaidBy(JsonNode said, JsonNode read) {
    if (read.isObject()) {
      read.properties().forEach(e -> assertSaidBy(said.path(e.getKey()), e.getValue()));
    } else if (read.isArray() && said.isArray()) {
      assertThat(said).hasSameSizeAs(read);
      for (int i = 0; i < read.size(); i++) {
        assertSaidBy(said.get(i), read.get(i));
      }
    } else if (read.isTextual() && said.isTextual()) {
      assertThat(said.textValue().strip()).isEqualToIgnoringCase(read.textValue().strip());
    } else if (read.isDouble() && said.isNumber()) {
      assertThat(read.doubleValue()).isEqualTo(said.doubleValue());
    } else if (!(said.isMissingNode() || said.isNull()) || !isEmpty(read)) {
      assertThat(said).isEqualTo(read);
    }
  }

  private static boolean isEmpty(JsonNode read) {
    return read.isNull() || (read.isArray() && read.isEmpty()) || read.asText("x").isEmpty();
  }
}

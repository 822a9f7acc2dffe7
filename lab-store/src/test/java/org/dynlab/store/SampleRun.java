package org.dynlab.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.store.table.Column;
import org.dynlab.store.table.MetricWriter;
import org.dynlab.store.table.TimingWriter;

/** The small run with fixed provenance that the tests write and read. */
public final class SampleRun {
  public static final List<Column> COLUMNS =
      List.of(
          new Column("train.loss", "nat", "mean data loss, without penalties", "every 1"),
          new Column("eval.accuracy", "1", "share of \"correct\" answers", "every 2"),
          new Column("weight.all.l2", "1", "Euclidean length of all weights, ≥ 0", "every 1"));

  static final long[] STEPS = {0, 1, 2, 10, 1000};
  static final double[][] ROWS = {
    {4.574710978503383, 0.010309278350515464, 22.360679774997898},
    {1.0E-4, -0.0, 1.2345678901234567E19},
    {Double.NaN, 1.0, 12345.0},
    {Double.POSITIVE_INFINITY, 0.5, Double.NEGATIVE_INFINITY},
    {4.9E-324, 0.99, 1.7976931348623157E308},
  };

  private SampleRun() {}

  public static Provenance provenance() {
    return new Provenance(
        "0.1.0 (0123456789ab)",
        false,
        "OpenJDK 64-Bit Server VM 17.0.15+6",
        "Linux 6.1 amd64",
        "Example CPU @ 2.0 GHz",
        "nd4j-native 1.0.0-M2.1",
        "linux-x86_64-avx2",
        "openblas",
        1,
        "example-host",
        Map.of());
  }

  public static Manifest manifest(int index) {
    Map<String, String> point = new LinkedHashMap<>();
    point.put("optimizer", "adamw");
    point.put("batch", "full");
    String hash = "5f2c9a01d3";
    return new Manifest(
        Manifest.CURRENT_FORMAT,
        index,
        "adam-vs-wand",
        hash,
        9007199254740993L,
        point,
        spec(),
        provenance(),
        List.of(new Caveat("minibatchEnergy", "ln L is that of a batch")),
        "2026-01-02T03:04:05Z",
        List.of(),
        "",
        null,
        null);
  }

  private static JsonNode spec() {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.putObject("task").put("kind", "modularArithmetic").put("modulus", 67);
    spec.putObject("model").put("kind", "mlp").putArray("hidden").add(128);
    return spec.put("batch", "full");
  }

  /** The second column is measured in every other row. */
  public static BitSet measured(int row) {
    BitSet measured = new BitSet();
    measured.set(0, COLUMNS.size());
    measured.set(1, row % 2 == 0);
    return measured;
  }

  public static int rows() {
    return STEPS.length;
  }

  public static void writeRow(MetricWriter writer, int row) {
    writer.append(STEPS[row], ROWS[row], measured(row));
  }

  public static void writeRows(MetricWriter writer) {
    for (int row = 0; row < rows(); row++) {
      writeRow(writer, row);
    }
  }

  public static RunDirectory write(Path folder) {
    RunDirectory run = RunDirectory.create(folder, manifest(3), COLUMNS);
    try (MetricWriter writer = run.metricWriter()) {
      writeRows(writer);
    }
    try (TimingWriter writer = run.timingWriter(List.of("update", "epsilonRank"))) {
      writer.append(0, 0.25, new double[] {0, 0.125});
      writer.append(1000, 61.5, new double[] {50.75, 8.0625});
    }
    run.end(
        new Ending(Outcome.COMPLETED, "the budget of 1000 steps", 1000), "2026-01-02T03:05:06Z");
    return run;
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path put(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ForecastFile forecast() {
    return new ForecastFile(
        ForecastFile.CURRENT_FORMAT,
        "pilot",
        "all runs",
        "eval.accuracy > 0.9",
        List.of("f", "g"),
        List.of(0L, 10L),
        List.of(0.5, -1.25),
        List.of(1.0, 0.0),
        new ForecastFile.Hmm(
            "spherical", List.of(1.0), List.of(1.0), List.of(0.0, 0.0), List.of(2.5)),
        List.of(new ForecastFile.State(true, "detour")),
        List.of(new ForecastFile.Moment(1, 20, 50.5, 40.0, List.of(0.1, 0.2), true, "good")));
  }
}

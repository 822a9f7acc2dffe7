package org.dynlab.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dynlab.store.Ending;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.Manifest;
import org.dynlab.store.Outcome;
import org.dynlab.store.PlannedRun;
import org.dynlab.store.Provenance;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.Column;
import org.dynlab.store.table.MetricWriter;
import org.dynlab.store.table.TimingWriter;

/**
 * Makes the directory of an experiment with long runs: {@code LongLogs FOLDER RUNS ROWS COLUMNS},
 * columns 6 to 60. All cells are numbers of 16 or 17 digits; the tables serve as CSV logs too.
 */
public final class LongLogs {
  private static final List<String> FIRST =
      List.of(
          "train.loss",
          "train.accuracy",
          "eval.loss",
          "eval.accuracy",
          "weight.all.norm",
          "gradient.all.norm");

  private LongLogs() {}

  /** Writes the runs, two at a time. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    int rows = Integer.parseInt(arguments[2]);
    List<Column> columns = columns(Integer.parseInt(arguments[3]));
    List<PlannedRun> planned = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      planned.add(new PlannedRun(run, "abcdef0123", run, Map.of()));
    }
    ExperimentDirectory experiment = ExperimentDirectory.create(folder, yaml(rows, runs), planned);
    planned.stream().parallel().forEach(run -> write(experiment, run, rows, columns));
  }

  private static String yaml(int rows, int runs) {
    return """
        name: long
        task: {kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}
        model: {kind: mlp, hidden: [8]}
        budget: {steps: %d}
        optimizer: [{kind: adamw, learningRate: 0.01}]
        sweep: {seeds: %d}
        claims:
          - {that: "the loss is small in the end", final: train.loss, value: {atMost: 5}}
        """
        .formatted(rows - 1, runs);
  }

  /** Six that every report draws, then ranks of ten layers. */
  private static List<Column> columns(int count) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int rank = i - FIRST.size();
      String name = rank < 0 ? FIRST.get(i) : "epsilon_rank.layer" + rank % 10 + ".e" + rank / 10;
      columns.add(new Column(name, "1", "made up", "every 1"));
    }
    return columns;
  }

  private static void write(
      ExperimentDirectory experiment, PlannedRun planned, int rows, List<Column> columns) {
    Provenance provenance = new Provenance("none", false, "", "", "", "", "", "", 1, "", Map.of());
    Manifest manifest =
        new Manifest(
            Manifest.CURRENT_FORMAT,
            planned.index(),
            "long",
            planned.hash(),
            planned.seed(),
            planned.point(),
            JsonNodeFactory.instance.objectNode(),
            provenance,
            List.of(),
            "2026-01-01T00:00:00Z",
            List.of(),
            "",
            null,
            null);
    RunDirectory run = RunDirectory.create(experiment.folder(planned), manifest, columns);
    SplittableRandom random = new SplittableRandom(planned.seed());
    BitSet all = new BitSet();
    all.set(0, columns.size());
    double[] values = new double[columns.size()];
    try (MetricWriter metrics = run.metricWriter();
        TimingWriter timing = run.timingWriter(List.of())) {
      for (int step = 0; step < rows; step++) {
        for (int i = 0; i < values.length; i++) {
          values[i] = (1 + 0.1 * random.nextDouble()) * (i % 2 == 0 ? 1 : step / (step + 100.0));
        }
        metrics.append(step, values, all);
      }
      timing.append(rows - 1, 1e-3 * rows, new double[0]);
    }
    run.end(new Ending(Outcome.COMPLETED, "made up", rows - 1), "2026-01-01T00:00:09Z");
  }
}

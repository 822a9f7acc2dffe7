package org.dynlab.app.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dynlab.app.worker.Message;
import org.dynlab.app.worker.WorkerProcess;
import org.dynlab.core.experiment.Cadence;
import org.dynlab.core.experiment.Probe;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.table.MetricTable;

/**
 * What a little of one run tells of the whole of it. Updates and measurements are told apart: many
 * are measured often at the beginning and seldom later.
 *
 * @param secondsPerStep of an update, without what is measured
 * @param probes what is measured
 * @param columns of its table of metrics
 * @param bytesPerMeasurement what one adds to that table
 * @param checkpointBytes of one checkpoint
 */
record Trial(
    double secondsPerStep,
    List<Measured> probes,
    int columns,
    double bytesPerMeasurement,
    double checkpointBytes) {

  private static final long FARTHEST = 1_000_000_000;

  /** Copies the list. */
  Trial {
    probes = List.copyOf(probes);
  }

  /**
   * What one probe takes.
   *
   * @param seconds of one measurement
   */
  record Measured(Cadence cadence, double seconds) {}

  /** What became of a trial: numbers, or the lines that say why there are none. */
  record Outcome(Optional<Trial> trial, List<String> problems) {
    static Outcome without(List<String> problems) {
      return new Outcome(Optional.empty(), problems);
    }
  }

  /**
   * The run as it is tried: measured thrice at the beginning, then seldom, or there would be no
   * time left to train; and never ended by what earlier runs foretell, which is of other steps.
   */
  static RunDescription tried(RunDescription run) {
    List<Long> steps =
        LongStream.concat(
                LongStream.of(0, 1), LongStream.iterate(2, at -> at <= FARTHEST, at -> at * 10))
            .boxed()
            .toList();
    return new RunDescription(
        run.name(),
        run.task(),
        run.model(),
        run.precision(),
        run.batch(),
        run.budget(),
        run.optimizer(),
        Optional.empty(),
        run.probes().stream()
            .map(probe -> new Probe(probe.instrument(), new Cadence.At(steps)))
            .toList(),
        run.checkpoints());
  }

  /**
   * Follows a run that was assigned to the worker, until it is over.
   *
   * @param run as it is planned
   */
  static Outcome watch(WorkerProcess worker, Path folder, RunDescription run) throws IOException {
    for (Optional<Message> next = worker.receive(); next.isPresent(); next = worker.receive()) {
      if (next.get() instanceof Message.Ended ended) {
        return new Outcome(Optional.of(measured(ended, folder, run)), List.of());
      } else if (next.get() instanceof Message.Refused refused) {
        return Outcome.without(refused.lines());
      } else if (next.get() instanceof Message.Broken broken) {
        return Outcome.without(List.of(broken.line()));
      }
    }
    return Outcome.without(List.of("worker process " + worker.farewell()));
  }

  private static Trial measured(Message.Ended ended, Path folder, RunDescription run)
      throws IOException {
    RunDirectory directory = RunDirectory.open(folder);
    Paces paces = new Paces(directory.timing(), due(tried(run)));
    List<Measured> probes =
        IntStream.range(0, run.probes().size())
            .mapToObj(
                i -> new Measured(run.probes().get(i).cadence(), paces.secondsPerMeasurement(i)))
            .toList();
    MetricTable metrics = directory.metrics();
    int columns = metrics.columns().size();
    double cells = size(folder.resolve("metrics.csv")) - emptyRows(columns, ended.steps());
    return new Trial(
        paces.secondsPerStep(),
        probes,
        columns,
        Math.max(0, cells) / Math.max(1, paces.measurements()),
        largest(folder.resolve("checkpoints")));
  }

  private static List<LongPredicate> due(RunDescription run) {
    long steps = run.budget().steps();
    return run.probes().stream().map(probe -> probe.cadence().over(steps)).toList();
  }

  /** Of a run of that many updates at this pace. */
  double seconds(long steps) {
    return secondsPerStep * steps
        + probes.stream().mapToDouble(probe -> probe.seconds * probe.cadence.count(steps)).sum();
  }

  /** Of the table of metrics after that many updates. */
  double tableBytes(long steps) {
    long measurements = probes.stream().mapToLong(probe -> probe.cadence.count(steps)).sum();
    return emptyRows(columns, steps) + bytesPerMeasurement * measurements;
  }

  /** A row has the step, its commas and a line feed, whatever was measured. */
  private static double emptyRows(int columns, long steps) {
    long digits = LongStream.iterate(1, power -> power <= steps, power -> power * 10).count();
    return (steps + 1.0) * (digits + columns + 1);
  }

  private static double size(Path file) throws IOException {
    return Files.exists(file) ? (double) Files.size(file) : 0;
  }

  private static double largest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    double most = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        most = Math.max(most, size(file));
      }
    }
    return most;
  }
}

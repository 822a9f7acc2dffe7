package org.dynlab.app.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.worker.Message;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.app.worker.WorkerProcess;
import org.dynlab.core.experiment.RunSpec;

/**
 * What a second of one run tells of the whole of it.
 *
 * @param secondsPerStep while it trains
 * @param bytesPerStep of its tables
 * @param checkpointBytes of one checkpoint
 */
public record Trial(double secondsPerStep, double bytesPerStep, double checkpointBytes) {
  private static final long ENOUGH_NANOS = 1_000_000_000L;

  /** What became of a trial: numbers, or the lines that say why there are none. */
  record Outcome(Optional<Trial> trial, List<String> problems) {}

  /** The latest progress, and the time since the first one. */
  private record Pace(long steps, double seconds) {}

  /** Trains a run for about a second in a folder that is gone afterwards. */
  public static Outcome of(RunSpec run, InputFolders inputs) {
    try {
      Path folder = Files.createTempDirectory("dynlab-trial");
      try (WorkerProcess worker = new WorkerCommand(1, folder.resolve("logs"), inputs).start(1)) {
        worker.assign(run, folder.resolve("run"));
        return watch(worker, folder.resolve("run"));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try a run", e);
    }
  }

  private static Outcome watch(WorkerProcess worker, Path folder) throws IOException {
    long begin = 0;
    long first = -1;
    Pace pace = new Pace(0, 0);
    for (Optional<Message> next = worker.receive(); next.isPresent(); next = worker.receive()) {
      long now = System.nanoTime();
      if (next.get() instanceof Message.Progress at) {
        begin = first < 0 ? now : begin;
        first = first < 0 ? at.step() : first;
        pace = new Pace(at.step() - first, (now - begin) * 1e-9);
        if (now - begin >= ENOUGH_NANOS) {
          worker.requestStop();
        }
      } else if (next.get() instanceof Message.Ended ended) {
        return new Outcome(Optional.of(measured(pace, ended, folder)), List.of());
      } else if (next.get() instanceof Message.Refused refused) {
        return new Outcome(Optional.empty(), refused.lines());
      } else if (next.get() instanceof Message.Broken broken) {
        return new Outcome(Optional.empty(), List.of(broken.line()));
      }
    }
    return new Outcome(Optional.empty(), List.of("worker process " + worker.farewell()));
  }

  /** A run that was over before there was a second message is judged by the whole of it. */
  private static Trial measured(Pace pace, Message.Ended ended, Path folder) throws IOException {
    double perStep =
        pace.steps > 0 ? pace.seconds / pace.steps : ended.seconds() / Math.max(1, ended.steps());
    double rows = ended.steps() + 1.0;
    double tables = size(folder.resolve("metrics.csv")) / rows;
    return new Trial(perStep, tables, largest(folder.resolve("checkpoints")));
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package org.dynlab.app.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.app.worker.Message;
import org.dynlab.app.worker.WorkerProcess;

/**
 * What a little of one run tells of the whole of it.
 *
 * @param secondsPerStep while it trains
 * @param bytesPerStep of its tables
 * @param checkpointBytes of one checkpoint
 */
public record Trial(double secondsPerStep, double bytesPerStep, double checkpointBytes) {
  /** What became of a trial: numbers, or the lines that say why there are none. */
  record Outcome(Optional<Trial> trial, List<String> problems) {
    static Outcome without(List<String> problems) {
      return new Outcome(Optional.empty(), problems);
    }
  }

  /** The latest progress, and the time since the first one. */
  private record Pace(long steps, double seconds) {}

  /** Follows a run that was assigned to the worker, until it is over. */
  static Outcome watch(WorkerProcess worker, Path folder) throws IOException {
    long begin = 0;
    long first = -1;
    Pace pace = new Pace(0, 0);
    for (Optional<Message> next = worker.receive(); next.isPresent(); next = worker.receive()) {
      long now = System.nanoTime();
      if (next.get() instanceof Message.Progress at) {
        begin = first < 0 ? now : begin;
        first = first < 0 ? at.step() : first;
        pace = new Pace(at.step() - first, (now - begin) * 1e-9);
      } else if (next.get() instanceof Message.Ended ended) {
        return new Outcome(Optional.of(measured(pace, ended, folder)), List.of());
      } else if (next.get() instanceof Message.Refused refused) {
        return Outcome.without(refused.lines());
      } else if (next.get() instanceof Message.Broken broken) {
        return Outcome.without(List.of(broken.line()));
      }
    }
    return Outcome.without(List.of("worker process " + worker.farewell()));
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
}

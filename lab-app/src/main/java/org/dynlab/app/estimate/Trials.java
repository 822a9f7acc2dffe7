package org.dynlab.app.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.app.worker.WorkerProcess;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.experiment.RunDescription;
import org.dynlab.core.experiment.RunSpec;

/**
 * Trains a little of runs, in a folder that is gone afterwards. Its worker process starts at once
 * and gets ready while its owner finds out what to try.
 */
public final class Trials implements Closeable {
  /** Seconds that a run is trained. */
  static final double SECONDS = 0.5;

  private final Path folder;
  private final WorkerCommand command;
  private WorkerProcess worker;
  private int tried;

  private Trials(Path folder, WorkerCommand command) {
    this.folder = folder;
    this.command = command;
    this.worker = command.start(1);
  }

  /** Trials of runs that find their files there. */
  public static Trials with(InputFolders inputs) {
    try {
      Path folder = Files.createTempDirectory("dynlab-trial");
      return new Trials(folder, new WorkerCommand(1, folder.resolve("logs"), inputs));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try a run", e);
    }
  }

  /** Trains a run for about half a second. */
  Trial.Outcome of(RunSpec run, ExperimentLanguage language) {
    Path own = folder.resolve("run-" + tried++);
    RunDescription planned = language.run(run.spec());
    JsonNode spec = language.writer().toTree(Trial.tried(planned));
    try {
      worker.assign(
          new RunSpec(run.index(), run.hash(), run.seed(), run.point(), spec), own, SECONDS);
      Trial.Outcome outcome = Trial.watch(worker, own, planned);
      if (!worker.isAlive()) {
        worker.close();
        worker = command.start(1);
      }
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try a run", e);
    }
  }

  @Override
  public void close() {
    worker.kill();
    worker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }
}

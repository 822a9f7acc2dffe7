package org.dynlab.app.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dynlab.app.sweep.Loss;
import org.dynlab.app.sweep.SweepListener;
import org.dynlab.app.worker.Message;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Ending;
import org.dynlab.store.Manifest;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.LatestMetrics;

/**
 * One run that a task of an array works on, seen from outside: its folder says how far it is, the
 * queue whether it may still go on. Folders that other machines write show up late, so a task that
 * has left the queue has some time to show a result.
 */
final class RunWatch {
  private static final String UNLISTED = "not in the queue any more";
  private static final String OUT_OF_TIME = "TIMEOUT";

  private final RunSpec run;
  private final ArrayJob job;
  private final String task;
  private final Path folder;
  private final Path log;
  private final long from;
  private boolean begun;
  private boolean over;
  private Optional<Instant> goneSince = Optional.empty();
  private Optional<Loss> loss = Optional.empty();

  /**
   * A watch on a run nobody has looked at.
   *
   * @param place of the run in the job
   * @param folder of the run
   * @param logs where tasks leave their logs
   */
  RunWatch(RunSpec run, ArrayJob job, int place, Path folder, Path logs) {
    this.run = run;
    this.job = job;
    this.task = job.task(place);
    this.folder = folder;
    this.log = logs.resolve(task + ".log");
    this.from = CheckpointedStep.in(folder);
  }

  /** The run. */
  RunSpec run() {
    return run;
  }

  /** What Slurm calls the task. */
  String task() {
    return task;
  }

  /** The array that the task belongs to. */
  ArrayJob job() {
    return job;
  }

  /** Whether the run is over, or lost. */
  boolean isOver() {
    return over;
  }

  /** How the run was lost, if it was. */
  Optional<Loss> loss() {
    return loss;
  }

  /**
   * Looks once and tells what is new.
   *
   * @param state of the task; nothing if the queue does not list it
   * @param patience how long a task may be gone before its run is lost
   * @param again whether the run may be submitted once more if its time was used up
   */
  void look(
      Optional<TaskState> state,
      Instant now,
      Duration patience,
      boolean again,
      SweepListener listener) {
    Optional<Manifest> manifest = manifest();
    Optional<Ending> ending = manifest.map(Manifest::ending);
    Optional<String> name = state.map(TaskState::name);
    if (ending.filter(end -> counts(end, name)).isPresent()) {
      end(manifest.get(), listener);
    } else if (state.filter(TaskState::isAlive).isPresent()) {
      goneSince = Optional.empty();
      showProgress(name.get(), listener);
    } else {
      goneSince = goneSince.or(() -> Optional.of(now));
      if (!now.isBefore(goneSince.get().plus(patience))) {
        lose(name.orElse(UNLISTED), again, listener);
      }
    }
  }

  private Optional<Manifest> manifest() {
    try {
      return RunDirectory.isRun(folder)
          ? Optional.of(RunDirectory.open(folder).manifest())
          : Optional.empty();
    } catch (UserError | UncheckedIOException beingReplaced) {
      return Optional.empty();
    }
  }

  /** A result always counts; a failure once no task can be at work on a further attempt. */
  private static boolean counts(Ending ending, Optional<String> state) {
    return switch (ending.outcome()) {
      case COMPLETED, DIVERGED -> true;
      case FAILED -> state.isEmpty() || state.get().equals("FAILED");
      case INTERRUPTED -> false;
    };
  }

  private void begin(SweepListener listener) {
    if (!begun) {
      begun = true;
      // Its process has a number only where it lives.
      listener.started(run, 0);
    }
  }

  private void showProgress(String state, SweepListener listener) {
    if (state.equals("RUNNING")) {
      begin(listener);
    }
    Optional<LatestMetrics> latest = begun ? latest() : Optional.empty();
    latest.ifPresent(row -> listener.progressed(run, progress(row)));
  }

  private Optional<LatestMetrics> latest() {
    try {
      return LatestMetrics.of(folder);
    } catch (UncheckedIOException beingReplaced) {
      return Optional.empty();
    }
  }

  private Message.Progress progress(LatestMetrics latest) {
    return new Message.Progress(
        latest.step(),
        run.spec().path("budget").path("steps").asLong(),
        latest.value("train.loss"),
        latest.value("train.accuracy"),
        latest.value("eval.accuracy"));
  }

  private void end(Manifest manifest, SweepListener listener) {
    begin(listener);
    over = true;
    Ending ending = manifest.ending();
    listener.ended(
        run,
        new Message.Ended(ending.outcome(), ending.reason(), ending.steps(), seconds(manifest)));
  }

  private static double seconds(Manifest manifest) {
    try {
      Instant begin = Instant.parse(manifest.started());
      return Duration.between(begin, Instant.parse(manifest.ended())).toMillis() * 1e-3;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private void lose(String state, boolean again, SweepListener listener) {
    begin(listener);
    over = true;
    boolean outOfTime = state.equals(OUT_OF_TIME);
    boolean further = outOfTime && CheckpointedStep.in(folder) > from;
    String words = state.toLowerCase(Locale.ROOT).replace('_', ' ');
    String said = outOfTime && !further ? standstill() : lastWords();
    String how =
        "of Slurm task " + task + " is gone (" + words + (said.isEmpty() ? "" : ": " + said) + ")";
    Loss lost = new Loss(how, log, further && again);
    loss = Optional.of(lost);
    listener.lost(run, lost);
  }

  private String standstill() {
    return "no checkpoint behind step " + from + ", where it began; give it more --time";
  }

  private String lastWords() {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      return "";
    }
  }
}

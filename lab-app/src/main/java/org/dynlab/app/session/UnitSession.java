package org.dynlab.app.session;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.dynlab.app.data.InputFolders;
import org.dynlab.app.progress.Plan;
import org.dynlab.app.progress.ProgressDisplay;
import org.dynlab.app.sweep.Retry;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepEngine;
import org.dynlab.app.sweep.SweepJournal;
import org.dynlab.app.sweep.SweepResult;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.app.terminal.Failures;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;

/**
 * Does one run of an experiment, while other processes, perhaps elsewhere, do others; all it leaves
 * besides the run is in the run's own unit folder.
 */
public final class UnitSession {
  private final Console console;
  private final ExperimentDirectory directory;
  private final RunSpec run;
  private final InstantSource clock = InstantSource.system();
  private final Standing standing;

  public UnitSession(Console console, ExperimentDirectory directory, RunSpec run, Retry retry) {
    this.console = console;
    this.directory = directory;
    this.run = run;
    this.standing = new Standing(directory, retry, clock);
  }

  /** The exit code. */
  public int work(InputFolders inputs, StopSignal stopSignal) {
    if (standing.left(List.of(run)).isEmpty()) {
      console.err().println("lab: " + standing.folder(run) + ": done before");
      return ExitCode.DONE;
    }
    Path unit = directory.unit(run.planned());
    SweepEngine engine =
        new SweepEngine(new WorkerCommand(1, unit, inputs), standing, List.of(run), 1);
    SweepJournal journal = new SweepJournal(entry -> directory.note(run.planned(), entry), clock);
    SweepResult result;
    try (ProgressDisplay display =
        ProgressDisplay.on(console.err(), console.width(), new Plan(1, List.of(run)), clock)) {
      stopSignal.onReceived(engine::stop, engine::kill);
      result = engine.work(List.of(journal, display));
    }
    return result.cutShort() ? cutShort(result) : exitCode();
  }

  private int cutShort(SweepResult result) {
    result.problems().forEach(console.err()::println);
    if (result.stop().isEmpty()) {
      return ExitCode.WRONG_INPUT;
    }
    Stop stop = result.stop().get();
    return switch (stop.cause()) {
      case REQUEST -> {
        console.err().println("lab: stopped; the same call goes on from there");
        yield ExitCode.INTERRUPTED;
      }
      case FAILURES -> ExitCode.FAILED;
      case MACHINE -> {
        console.err().println(Failures.machine(stop.words()));
        yield ExitCode.MACHINE_FAILED;
      }
    };
  }

  private int exitCode() {
    return standing.left(List.of(run)).isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}

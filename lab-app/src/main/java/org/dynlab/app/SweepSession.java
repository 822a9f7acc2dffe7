package org.dynlab.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.dynlab.app.progress.Plan;
import org.dynlab.app.progress.ProgressDisplay;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepEngine;
import org.dynlab.app.sweep.SweepJournal;
import org.dynlab.app.sweep.SweepResult;
import org.dynlab.app.sweep.SweepResult.Cause;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.app.worker.WorkerCommand;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;

/** One call's work on an experiment: does the runs that are left, then says what all show. */
final class SweepSession {
  private final Console console;
  private final ExperimentDirectory directory;
  private final List<RunSpec> runs;
  private final int jobs;
  private final int maxFailures;
  private final InputFolders inputs;
  private final InstantSource clock = InstantSource.system();
  private final Standing standing;

  SweepSession(
      Console console,
      ExperimentDirectory directory,
      List<RunSpec> runs,
      int jobs,
      FailureOptions failures,
      InputFolders inputs) {
    this.console = console;
    this.directory = directory;
    this.runs = runs;
    this.jobs = jobs;
    this.maxFailures = failures.most();
    this.inputs = inputs;
    this.standing = new Standing(directory, failures.retry(), clock);
  }

  /** The exit code. */
  int work(StopSignal stopSignal) {
    List<RunSpec> left = standing.left(runs);
    console.err().println(beginning(left.size()));
    SweepResult result = left.isEmpty() ? SweepResult.nothingToDo() : train(left, stopSignal);
    return result.cutShort() ? cutShort(result) : Findings.of(directory.path()).tell(console);
  }

  private String beginning(int left) {
    int skipped = runs.size() - left;
    return "lab: "
        + directory.path()
        + ": "
        + Words.count(runs.size(), "run")
        + (skipped == 0 ? "" : ", " + skipped + " of them done before")
        + (left == 0 ? "" : ", " + Words.count(Math.min(jobs, left), "worker"));
  }

  private SweepResult train(List<RunSpec> left, StopSignal stopSignal) {
    SweepJournal journal = new SweepJournal(directory, clock);
    journal.opened(CodeVersion.current().toString(), jobs, runs.size(), left.size());
    Path logs = directory.path().resolve("logs");
    SweepResult result;
    try (ProgressDisplay display =
        ProgressDisplay.on(console.err(), console.width(), new Plan(runs.size(), left), clock)) {
      SweepEngine engine =
          new SweepEngine(
              new WorkerCommand(jobs, logs, inputs),
              standing,
              left,
              maxFailures,
              List.of(journal, display));
      stopSignal.onReceived(engine::stop, engine::kill);
      result = engine.work();
    }
    journal.closed(result, standing.left(left).size());
    return result;
  }

  private int cutShort(SweepResult result) {
    result.problems().forEach(console.err()::println);
    if (result.stop().isEmpty()) {
      return ExitCode.WRONG_INPUT;
    }
    Stop stop = result.stop().get();
    if (stop.cause() == Cause.MACHINE) {
      console.err().println(Failures.machine(stop.words()));
    }
    String why = stop.cause() == Cause.FAILURES ? " because " + stop.words() : "";
    console
        .err()
        .println(
            "lab: stopped"
                + why
                + " with "
                + standing.left(runs).size()
                + " of "
                + Words.count(runs.size(), "run")
                + " left to do; the same call goes on from there");
    return switch (stop.cause()) {
      case REQUEST -> ExitCode.INTERRUPTED;
      case FAILURES -> ExitCode.FAILED;
      case MACHINE -> ExitCode.MACHINE_FAILED;
    };
  }
}

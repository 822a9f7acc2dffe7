package org.dynlab.app.session;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dynlab.app.progress.Plan;
import org.dynlab.app.progress.ProgressDisplay;
import org.dynlab.app.sweep.Engine;
import org.dynlab.app.sweep.Standing;
import org.dynlab.app.sweep.SweepJournal;
import org.dynlab.app.sweep.SweepListener;
import org.dynlab.app.sweep.SweepResult;
import org.dynlab.app.sweep.SweepResult.Cause;
import org.dynlab.app.sweep.SweepResult.Stop;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.app.terminal.Failures;
import org.dynlab.app.terminal.Words;
import org.dynlab.app.version.CodeVersion;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.ExperimentDirectory;

/** One call's work on an experiment: does the runs that are left, then says what all show. */
public final class SweepSession {
  private final Console console;
  private final ExperimentDirectory directory;
  private final List<RunSpec> runs;
  private final EngineChoice engines;
  private final Standing standing;
  private final InstantSource clock;
  private Optional<String> goesOn = Optional.empty();

  public SweepSession(
      Console console,
      ExperimentDirectory directory,
      List<RunSpec> runs,
      EngineChoice engines,
      Standing standing,
      InstantSource clock) {
    this.console = console;
    this.directory = directory;
    this.runs = runs;
    this.engines = engines;
    this.standing = standing;
    this.clock = clock;
  }

  /** The exit code. */
  public int work(StopSignal stopSignal) {
    List<RunSpec> left = standing.left(runs);
    console.err().println(beginning(left.size()));
    SweepResult result = left.isEmpty() ? SweepResult.nothingToDo() : train(left, stopSignal);
    return result.cutShort() ? cutShort(result) : Results.of(directory.path()).tell(console);
  }

  private String beginning(int left) {
    int skipped = runs.size() - left;
    return "lab: "
        + directory.path()
        + ": "
        + Words.count(runs.size(), "run")
        + (skipped == 0 ? "" : ", " + skipped + " of them done before")
        + (left == 0 ? "" : ", " + engines.words(left));
  }

  private SweepResult train(List<RunSpec> left, StopSignal stopSignal) {
    Engine engine = engines.prepare(left);
    SweepJournal journal = new SweepJournal(directory, clock);
    journal.opened(
        CodeVersion.current().toString(), engines.jobs(left.size()), runs.size(), left.size());
    SweepResult result;
    try (ProgressDisplay display =
        ProgressDisplay.on(console.err(), console.width(), new Plan(runs.size(), left), clock)) {
      List<SweepListener> listeners =
          engines.notesRuns() ? List.of(display) : List.of(journal, display);
      stopSignal.onReceived(engine::stop, engine::kill);
      result = engine.work(listeners);
    }
    goesOn = engine.goesOn();
    close(journal, result, standing.left(left).size());
    return result;
  }

  /** On a full disk the journal cannot be written either; that is known then. */
  private static void close(SweepJournal journal, SweepResult result, int left) {
    try {
      journal.closed(result, left);
    } catch (UncheckedIOException e) {
      if (result.stop().filter(stop -> stop.cause() == Cause.MACHINE).isEmpty()) {
        throw e;
      }
    }
  }

  private int cutShort(SweepResult result) {
    result.problems().forEach(console.err()::println);
    if (result.stop().isEmpty()) {
      goesOn.ifPresent(words -> console.err().println("lab: " + words));
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
                + " left to do; "
                + goesOn.orElse("the same call goes on from there"));
    return switch (stop.cause()) {
      case REQUEST -> ExitCode.INTERRUPTED;
      case FAILURES -> ExitCode.FAILED;
      case MACHINE -> ExitCode.MACHINE_FAILED;
    };
  }
}

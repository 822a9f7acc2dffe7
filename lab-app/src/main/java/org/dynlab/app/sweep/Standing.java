package org.dynlab.app.sweep;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Ending;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.problem.UserError;

/** How far the runs of an experiment have come, as their folders say. */
public final class Standing {
  private final ExperimentDirectory directory;
  private final Retry retry;
  private final InstantSource clock;

  /** The standing of that experiment, with what is to be tried once more. */
  public Standing(ExperimentDirectory directory, Retry retry, InstantSource clock) {
    this.directory = directory;
    this.retry = retry;
    this.clock = clock;
  }

  /** Where that run has its folder. */
  public Path folder(RunSpec run) {
    return directory.folder(directory.planned().get(run.index()));
  }

  /** The runs that are to be done, by number. */
  public List<RunSpec> left(List<RunSpec> runs) {
    return runs.parallelStream().filter(run -> isLeft(folder(run))).toList();
  }

  private boolean isLeft(Path folder) {
    return ending(folder).map(ending -> retry.takes(ending.outcome())).orElse(true);
  }

  private static Optional<Ending> ending(Path folder) {
    return RunDirectory.isRun(folder)
        ? Optional.ofNullable(RunDirectory.open(folder).manifest().ending())
        : Optional.empty();
  }

  /**
   * Moves a diverged run that is tried again to {@code <folder>.attempt-<k>}: from its checkpoints
   * it would diverge once more. Nothing is lost.
   */
  void makeRoom(RunSpec run) {
    Path folder = folder(run);
    if (ending(folder).filter(ending -> ending.outcome() == Outcome.DIVERGED).isPresent()) {
      Path unused = RunDirectory.setAside(folder);
    }
  }

  /** Notes in the folder of a run that its process is gone; without a manifest there is no run. */
  void markFailed(RunSpec run, String reason) {
    Path folder = folder(run);
    if (RunDirectory.isRun(folder)) {
      RunDirectory directoryOfRun = RunDirectory.open(folder);
      Ending ending = new Ending(Outcome.FAILED, reason, completedSteps(directoryOfRun));
      directoryOfRun.end(ending, clock.instant().toString());
    }
  }

  private static long completedSteps(RunDirectory run) {
    try {
      long[] steps = run.metrics().steps();
      return steps.length == 0 ? 0 : steps[steps.length - 1];
    } catch (UserError damaged) {
      return 0;
    }
  }
}

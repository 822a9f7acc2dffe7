package org.dynlab.app.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dynlab.core.experiment.RunSpec;
import org.dynlab.store.Ending;
import org.dynlab.store.ExperimentDirectory;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.UserError;

/** How far the runs of an experiment have come, as their folders say. */
public final class Standing {
  private static final Set<Outcome> FINAL = Set.of(Outcome.COMPLETED, Outcome.DIVERGED);

  private final ExperimentDirectory directory;
  private final InstantSource clock;

  /** The standing of that experiment. */
  public Standing(ExperimentDirectory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Where that run has its folder. */
  public Path folder(RunSpec run) {
    return directory.folder(directory.planned().get(run.index()));
  }

  /** The runs that did not come to a result yet, by number. */
  public List<RunSpec> left(List<RunSpec> runs) {
    return runs.stream().filter(run -> !hasResult(folder(run))).toList();
  }

  private static boolean hasResult(Path folder) {
    if (!RunDirectory.isRun(folder)) {
      return false;
    }
    Ending ending = RunDirectory.open(folder).manifest().ending();
    return ending != null && FINAL.contains(ending.outcome());
  }

  /** Moves what an earlier attempt has left to {@code <folder>.attempt-<k>}; nothing is lost. */
  void makeRoom(RunSpec run) {
    Path folder = folder(run);
    try {
      if (Files.isDirectory(folder) && !isEmpty(folder)) {
        Files.move(folder, aside(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move " + folder + " aside", e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static Path aside(Path folder) {
    int attempt = 1;
    while (Files.exists(folder.resolveSibling(folder.getFileName() + ".attempt-" + attempt))) {
      attempt++;
    }
    return folder.resolveSibling(folder.getFileName() + ".attempt-" + attempt);
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

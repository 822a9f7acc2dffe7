package org.dynlab.core.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.dynlab.store.Continuation;
import org.dynlab.store.Ending;
import org.dynlab.store.Manifest;
import org.dynlab.store.Outcome;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.checkpoint.CheckpointFolder;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.table.Column;

/**
 * Opens the directory of a run: a new one, or that of an earlier attempt, which goes on behind the
 * newest checkpoint that can be used and begins again if there is none.
 *
 * @param directory where rows go
 * @param checkpoints where checkpoints go
 * @param from where the run goes on, if it does
 */
record Opening(RunDirectory directory, CheckpointFolder checkpoints, Optional<Checkpoint> from) {

  private static final Set<Outcome> RESULTS = Set.of(Outcome.COMPLETED, Outcome.DIVERGED);

  /**
   * Opens {@code folder} for the run that the manifest describes, and puts its state where it goes
   * on.
   *
   * @param manifest of a run that begins now
   * @param columns of its metric table
   * @param kept whether the checkpoint of a step stays for good
   * @param progress hears why an earlier attempt could not be used
   */
  static Opening of(
      Path folder,
      Manifest manifest,
      List<Column> columns,
      RunState state,
      LongPredicate kept,
      Progress progress) {
    if (!RunDirectory.isRun(folder)) {
      return fresh(folder, manifest, columns, kept);
    }
    RunDirectory earlier = RunDirectory.open(folder);
    check(earlier, manifest);
    CheckpointFolder checkpoints = new CheckpointFolder(earlier, kept);
    List<Path> files = checkpoints.newestFirst();
    boolean same = earlier.columns().equals(columns);
    Optional<Checkpoint> newest = same ? newest(files, earlier, state) : Optional.empty();
    if (newest.isPresent() || (same && files.isEmpty())) {
      goOn(earlier, checkpoints, newest, state, manifest);
      progress.noted(
          newest.map(from -> "goes on behind step " + from.step()).orElse("begins again"));
      return new Opening(earlier, checkpoints, newest);
    }
    Path aside = RunDirectory.setAside(folder);
    progress.noted(
        "begins again: "
            + (same
                ? "no checkpoint can be used"
                : "its columns are other ones in this version of the lab")
            + "; the earlier attempt is in "
            + aside.getFileName());
    return fresh(folder, manifest, columns, kept);
  }

  private static Opening fresh(
      Path folder, Manifest manifest, List<Column> columns, LongPredicate kept) {
    RunDirectory directory = RunDirectory.create(folder, manifest, columns);
    return new Opening(directory, new CheckpointFolder(directory, kept), Optional.empty());
  }

  private static void check(RunDirectory earlier, Manifest manifest) {
    Manifest there = earlier.manifest();
    if (!there.hash().equals(manifest.hash()) || there.seed() != manifest.seed()) {
      String got = "another one, " + there.hash() + " with seed " + there.seed();
      throw new UserError(earlier.toString(), "must be absent, empty or hold this run", got, "");
    }
  }

  /** The ending of the run in a folder if it has come to a result. */
  static Optional<Ending> result(Path folder) {
    if (!RunDirectory.isRun(folder)) {
      return Optional.empty();
    }
    return Optional.ofNullable(RunDirectory.open(folder).manifest().ending())
        .filter(ending -> RESULTS.contains(ending.outcome()));
  }

  private static Optional<Checkpoint> newest(
      List<Path> files, RunDirectory earlier, RunState state) {
    for (Path file : files) {
      Optional<Checkpoint> whole = whole(file);
      if (whole.isPresent()
          && state.fits(whole.get())
          && earlier.holds(RunState.metrics(whole.get()))) {
        return whole;
      }
    }
    return Optional.empty();
  }

  private static Optional<Checkpoint> whole(Path file) {
    try {
      return Optional.of(Checkpoint.read(file));
    } catch (UserError damaged) {
      return Optional.empty();
    }
  }

  /** The manifest comes first: whatever happens then, the run is not over. */
  private static void goOn(
      RunDirectory earlier,
      CheckpointFolder checkpoints,
      Optional<Checkpoint> from,
      RunState state,
      Manifest manifest) {
    long step = from.map(Checkpoint::step).orElse(-1L);
    earlier.goOn(new Continuation(step, manifest.started(), manifest.provenance()));
    if (from.isPresent()) {
      checkpoints.goOnFrom(from.get());
      state.restore(from.get());
    } else {
      earlier.dropTables();
    }
  }

  /** A recorder of its rows behind those that are there. */
  RunRecorder recorder(Watch watch) {
    return from.isPresent()
        ? RunRecorder.goOn(directory, watch, RunState.metrics(from.get()))
        : RunRecorder.begin(directory, watch);
  }
}

package org.dynlab.app.slurm;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.checkpoint.CheckpointFolder;
import org.dynlab.store.problem.UserError;

/** From where a run would go on. */
final class CheckpointedStep {
  private CheckpointedStep() {}

  /** The step of the newest whole checkpoint in the folder of a run; 0 if there is none. */
  static long in(Path folder) {
    return newestFirst(folder).stream()
        .map(CheckpointedStep::of)
        .flatMapToLong(OptionalLong::stream)
        .findFirst()
        .orElse(0);
  }

  private static List<Path> newestFirst(Path folder) {
    try {
      return RunDirectory.isRun(folder)
          ? new CheckpointFolder(RunDirectory.open(folder), step -> true).newestFirst()
          : List.of();
    } catch (UserError | UncheckedIOException beingReplaced) {
      return List.of();
    }
  }

  private static OptionalLong of(Path file) {
    try {
      return OptionalLong.of(Checkpoint.read(file).step());
    } catch (UserError | UncheckedIOException notWhole) {
      return OptionalLong.empty();
    }
  }
}

package org.dynlab.store.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.dynlab.store.RunDirectory;
import org.dynlab.store.disk.Disk;
import org.dynlab.store.problem.UserError;

/**
 * The checkpoints of a run, one file per step: the newest two, and all that are kept for good. One
 * process writes at a time.
 */
public final class CheckpointFolder {
  private static final String SUFFIX = ".ckpt";
  private static final int NEWEST = 2;

  private final Path folder;
  private final LongPredicate kept;
  private final Deque<Long> passing = new ArrayDeque<>();

  /**
   * The checkpoints of that run.
   *
   * @param kept says of a step whether its checkpoint stays for good
   */
  public CheckpointFolder(RunDirectory run, LongPredicate kept) {
    this.folder = run.path().resolve(RunDirectory.CHECKPOINTS);
    this.kept = kept;
  }

  /** Writes a checkpoint; then those go that are neither kept nor among the newest two. */
  public void add(Checkpoint checkpoint) {
    makeFolder();
    checkpoint.write(file(checkpoint.step()));
    passing.remove(checkpoint.step());
    passing.addLast(checkpoint.step());
    while (passing.size() > NEWEST) {
      long oldest = passing.removeFirst();
      if (!kept.test(oldest)) {
        delete(file(oldest));
      }
    }
  }

  private void makeFolder() {
    try {
      Disk.current().makeFolders(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  private Path file(long step) {
    return folder.resolve(String.format(Locale.ROOT, "step-%09d%s", step, SUFFIX));
  }

  /** The files, whole or not, the one of the latest step first. */
  public List<Path> newestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(
              Comparator.comparingInt((Path file) -> file.getFileName().toString().length())
                  .thenComparing(Comparator.naturalOrder())
                  .reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** Takes notice of the checkpoint from which the run goes on; those of later steps go. */
  public void goOnFrom(Checkpoint checkpoint) {
    passing.clear();
    Path from = file(checkpoint.step());
    List<Path> files = newestFirst();
    files.subList(0, files.indexOf(from)).forEach(CheckpointFolder::delete);
    for (Path older : files.subList(files.indexOf(from) + 1, files.size())) {
      step(older).ifPresent(passing::addFirst);
    }
    passing.addLast(checkpoint.step());
  }

  private static void delete(Path file) {
    try {
      Disk.current().delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  /** Nothing for a file that cannot be read; it stays. */
  private static Optional<Long> step(Path file) {
    try {
      return Optional.of(Checkpoint.read(file).step());
    } catch (UserError damaged) {
      return Optional.empty();
    }
  }
}

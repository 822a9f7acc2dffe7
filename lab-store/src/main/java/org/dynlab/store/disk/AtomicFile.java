package org.dynlab.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Replaces a file so that a reader, or a machine that loses power, sees the old bytes or the new
 * ones and nothing between: temporary file beside it, fsync, rename, fsync of the folder.
 *
 * <p>The temporary file is the target's name with {@code .tmp}; a leftover of a killed process is
 * overwritten by the next write. One process writes a file at a time.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Makes these bytes the content of the file; its folder must exist. */
  public static void write(Path file, byte[] content) {
    write(file, content, written -> {});
  }

  /**
   * As {@link #write(Path, byte[])}, with a look at the new bytes on the disk before they take the
   * file's place; what {@code check} throws leaves the old ones there.
   */
  public static void write(Path file, byte[] content, Consumer<Path> check) {
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Disk.current().delete(temporary); // What a link of that name leads to is not ours.
      writeThrough(temporary, content);
      check.accept(temporary);
      Disk.current().move(temporary, target);
      Disk.current().syncFolder(target.getParent());
    } catch (IOException e) {
      deleteQuietly(temporary, e);
      throw new UncheckedIOException("cannot write " + file, e);
    } catch (RuntimeException e) {
      deleteQuietly(temporary, e);
      throw e;
    }
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (DiskFile out = Disk.current().rewrite(file)) {
      out.write(content);
      out.sync();
    }
  }

  private static void deleteQuietly(Path temporary, Exception cause) {
    try {
      Disk.current().delete(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}

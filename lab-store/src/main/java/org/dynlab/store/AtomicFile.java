package org.dynlab.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
      Files.deleteIfExists(temporary); // What a link of that name leads to is not ours.
      writeThrough(temporary, content);
      check.accept(temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(target.getParent());
    } catch (IOException e) {
      deleteQuietly(temporary, e);
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** A stream, not a channel: an interrupted thread may still write down how its run ended. */
  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
  }

  /** Only a channel can sync a folder, and interruption would close it: the flag waits outside. */
  private static void syncFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void deleteQuietly(Path temporary, IOException cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}

package org.dynlab.app.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntSupplier;
import org.dynlab.store.UserError;

/** Sees to it that one launcher at a time works on an experiment. */
public final class SweepLock {
  private static final String FILE = ".lock";

  private SweepLock() {}

  /** Does that work while no other process can; refuses if another one is at it. */
  public static int whileHeld(Path experiment, IntSupplier work) {
    Path file = experiment.resolve(FILE);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel)) {
      if (lock != null) {
        return work.getAsInt();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
    throw new UserError(
        experiment.toString(),
        "must not be worked on by two launchers",
        "another lab run that is still going",
        "wait for it, or choose another --out");
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}

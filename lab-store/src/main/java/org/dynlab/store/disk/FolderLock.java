package org.dynlab.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.dynlab.store.problem.UserError;

/**
 * Sees to it that one process at a time works on a folder. The lock is the operating system's: it
 * goes with the process that holds it, however that ends. The file says who holds it, for people.
 */
public final class FolderLock implements AutoCloseable {
  /** Name of the file that is locked; it stays when the lock is given back. */
  public static final String FILE = ".lock";

  private static final long PAUSE_MILLIS = 100;

  private final Path path;
  private final DiskFile file;

  private FolderLock(Path path, DiskFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Does that work while no other process can; the folder is made if it is absent.
   *
   * @param patience how long to wait for another process that holds the lock
   * @param rule what must hold of the folder, for the refusal
   * @throws UserError if another process still holds it then
   */
  public static <T> T whileHeld(
      Path folder, Duration patience, String rule, Supplier<? extends T> work) {
    FolderLock lock = take(folder, patience, rule);
    try (lock) {
      return work.get();
    }
  }

  private static FolderLock take(Path folder, Duration patience, String rule) {
    long begin = System.nanoTime();
    Folders.checkWritable(folder);
    Folders.make(folder);
    Path file = folder.resolve(FILE);
    Optional<FolderLock> lock = tried(file);
    while (lock.isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
      pause();
      lock = tried(file);
    }
    return lock.orElseThrow(
        () ->
            new UserError(
                folder.toString(),
                rule,
                holder(file),
                "wait for it, stop it, or choose another --out"));
  }

  private static Optional<FolderLock> tried(Path file) {
    try {
      return locked(Disk.current().append(file)).map(open -> new FolderLock(file, open));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  /** Nothing, and the file is closed, if another process holds the lock. */
  private static Optional<DiskFile> locked(DiskFile file) throws IOException {
    try {
      if (file.tryLock()) {
        file.truncate(0);
        file.write(me().getBytes(StandardCharsets.UTF_8));
        return Optional.of(file);
      }
    } catch (IOException e) {
      try (file) {
        throw e;
      }
    }
    file.close();
    return Optional.empty();
  }

  private static String me() {
    return "process " + ProcessHandle.current().pid() + " on " + host() + " since " + Instant.now();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unknown host";
    }
  }

  private static String holder(Path file) {
    try {
      String words = Files.readString(file).strip();
      return words.isEmpty() ? "another process" : words;
    } catch (IOException e) {
      return "another process";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + path, e);
    }
  }
}

package org.dynlab.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sees to it that one process at a time works on a folder. The lock is the operating system's: it
 * goes with the process that holds it, however that ends. The file says who holds it, for people.
 */
public final class FolderLock {
  /** Name of the file that is locked; it stays when the lock is given back. */
  public static final String FILE = ".lock";

  private static final long PAUSE_MILLIS = 100;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
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
    try {
      return work.get();
    } finally {
      lock.release();
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
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return Optional.of(new FolderLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)));
      }
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
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

  private void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock", e);
    }
  }
}

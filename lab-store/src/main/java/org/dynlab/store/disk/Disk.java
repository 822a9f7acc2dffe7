package org.dynlab.store.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the store asks of a disk: every change of a file or a folder is one of these requests.
 * Whoever asks says in words which file could not be written.
 */
public interface Disk {
  /** The disk of this process: the operating system's, unless another one stands in for it. */
  static Disk current() {
    return DiskInUse.ONE.disk();
  }

  /**
   * Lets another disk stand in for the current one, for all threads, to try what happens when a
   * disk fails.
   *
   * @return gives the place back when it is closed
   * @throws IllegalStateException if another one stands in already
   */
  static StandIn standIn(Disk other) {
    return DiskInUse.ONE.standIn(other);
  }

  /** Makes the folder and those above it; nothing happens to one that is there. */
  void makeFolders(Path folder) throws IOException;

  /** Makes a file, which must not be there, to append to it. */
  DiskFile create(Path file) throws IOException;

  /** Opens a file to append to it; an absent one is made. */
  DiskFile append(Path file) throws IOException;

  /** Opens a file and drops what is in it; an absent one is made. */
  DiskFile rewrite(Path file) throws IOException;

  /** Renames a file or folder in one move; a file at the new name is replaced. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file; nothing happens if it is absent. */
  void delete(Path file) throws IOException;

  /** Writes through to the disk which files the folder holds, where the system can do that. */
  void syncFolder(Path folder) throws IOException;

  /** A disk that stands in for another one until this is closed. */
  @FunctionalInterface
  interface StandIn extends AutoCloseable {
    @Override
    void close();
  }
}

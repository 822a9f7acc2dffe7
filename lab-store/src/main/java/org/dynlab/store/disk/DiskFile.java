package org.dynlab.store.disk;

import java.io.Closeable;
import java.io.IOException;

/** An open file that is written. One thread owns it. */
public interface DiskFile extends Closeable {
  /** Writes that part of the bytes; an error may leave some of them in the file. */
  void write(byte[] bytes, int from, int count) throws IOException;

  /** Writes all of these bytes. */
  default void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  /** Writes everything through to the disk. */
  void sync() throws IOException;

  /** Drops what is behind the first {@code bytes}. */
  void truncate(long bytes) throws IOException;

  /** Locks the file until it is closed; false if somebody else holds the lock. */
  boolean tryLock() throws IOException;
}

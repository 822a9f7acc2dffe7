package org.dynlab.store.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;

/** A stream, not a channel: an interrupted thread may still write down how its run ended. */
final class SystemFile implements DiskFile {
  private final FileOutputStream out;

  SystemFile(FileOutputStream out) {
    this.out = out;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
  }

  @Override
  public void sync() throws IOException {
    out.getFD().sync();
  }

  @Override
  @SuppressWarnings("resource")
  public void truncate(long bytes) throws IOException {
    out.getChannel().truncate(bytes);
  }

  @Override
  @SuppressWarnings("resource")
  public boolean tryLock() throws IOException {
    try {
      return out.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package org.dynlab.store.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The disk as the operating system gives it. */
final class SystemDisk implements Disk {
  @Override
  public void makeFolders(Path folder) throws IOException {
    // A link to a folder is one too, which Files.createDirectories of Java 17 denies.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    Files.createFile(file);
    return append(file);
  }

  @Override
  public DiskFile append(Path file) throws IOException {
    return new SystemFile(new FileOutputStream(file.toFile(), true));
  }

  @Override
  public DiskFile rewrite(Path file) throws IOException {
    return new SystemFile(new FileOutputStream(file.toFile()));
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Only a channel can sync a folder, and interruption would close it: the flag waits outside. */
  @Override
  public void syncFolder(Path folder) throws IOException {
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
}

package org.dynlab.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dynlab.store.problem.UserError;

/** What can be in the way when a folder is to be written into. */
public final class Folders {
  private Folders() {}

  /**
   * Checks that a folder is there or can be made, and can be written into, without writing
   * anything. It must not be a link; those above it are the user's own.
   */
  public static void checkWritable(Path folder) {
    refuseLink(folder);
    Path existing = folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw new UserError(
          folder.toString(), "must be a folder", "a file at " + existing, "choose another --out");
    }
    if (!Files.isWritable(existing)) {
      throw new UserError(
          folder.toString(), "must be writable", "no right to write in " + existing, "");
    }
  }

  /** Refuses links in a folder: what is written under their names would land somewhere else. */
  public static void refuseLinksIn(Path folder) {
    entries(folder).forEach(Folders::refuseLink);
  }

  private static void refuseLink(Path path) {
    if (Files.isSymbolicLink(path)) {
      String hint = "remove it; a folder above the experiment may be one";
      throw new UserError(
          path.toString(), "must not be a symbolic link", "one to " + target(path), hint);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "somewhere";
    }
  }

  /** Makes the folder and those above it. */
  public static void make(Path folder) {
    try {
      Disk.current().makeFolders(folder);
    } catch (AccessDeniedException | FileAlreadyExistsException | NoSuchFileException e) {
      throw refused(folder, e);
    } catch (FileSystemException e) {
      if (isPossible(folder)) {
        throw new UncheckedIOException("cannot make " + folder, e);
      }
      throw refused(folder, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  /** Whether such a folder could be there, so that it is the machine that could not make it. */
  private static boolean isPossible(Path folder) {
    try {
      BasicFileAttributes unused = Files.readAttributes(folder, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static UserError refused(Path folder, FileSystemException why) {
    String reason = why.getReason() == null ? "" : ": " + why.getReason();
    return new UserError(
        folder.toString(),
        "must be a folder that can be made",
        "a refusal by the file system at " + why.getFile() + reason,
        "choose another --out");
  }

  /** What lies in a folder, by name; nothing if the folder is absent. */
  public static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}

package org.dynlab.app.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.files.DataFile;

/**
 * Gets the files of a data set into a folder. A file appears under its name once it is complete and
 * has been checked; until then it grows as {@code NAME.part}, which the next call goes on with.
 * Files that are there and right are left alone; wrong ones are replaced once there is something
 * better.
 *
 * @param folder where the files go
 * @param files what is wanted
 * @param mirrors addresses of folders, tried in this order
 * @param tell receives one line per file
 */
public record Fetch(Path folder, List<DataFile> files, List<URI> mirrors, Consumer<String> tell) {
  /** No server can fill the disk. */
  private static final long MOST_BYTES = 100_000_000;

  /** How often a connection may break off, each time further on, before it is given up. */
  private static final int ATTEMPTS = 10;

  /** Copies the lists. */
  public Fetch {
    files = List.copyOf(files);
    mirrors = List.copyOf(mirrors);
  }

  /** Gets what is missing; an {@link UncheckedIOException} says why a file cannot be had. */
  public void all() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
    for (DataFile file : files) {
      get(file);
    }
  }

  private void get(DataFile file) {
    if (isThere(file)) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    for (URI mirror : mirrors) {
      try {
        get(file, mirror);
        tell.accept(file.downloadName() + ": from " + mirror.getAuthority());
        return;
      } catch (IOException e) {
        reasons.add(mirror.getAuthority() + ": " + words(e));
      }
    }
    throw new UncheckedIOException(
        "no mirror gave " + file.downloadName() + "; " + advice(),
        new IOException(String.join("; ", reasons)));
  }

  /** A file that is there but wrong stays until a right one takes its place. */
  private boolean isThere(DataFile file) {
    Optional<Path> there = file.in(folder);
    Optional<String> wrong = there.flatMap(path -> wrong(file, path));
    there.ifPresent(
        path ->
            tell.accept(
                path.getFileName()
                    + wrong.map(why -> ": is there, but " + why).orElse(": already there")));
    return there.isPresent() && wrong.isEmpty();
  }

  private static Optional<String> wrong(DataFile file, Path path) {
    try {
      file.check(path);
      return Optional.empty();
    } catch (UserError error) {
      Problem problem = error.problems().get(0);
      return Optional.of("it " + problem.mustHold() + ", got " + problem.got());
    }
  }

  private String advice() {
    return "offline, put these files, gzipped or not, into "
        + folder
        + ": "
        + files.stream().map(DataFile::downloadName).collect(Collectors.joining(", "));
  }

  private static String words(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof UnknownHostException ? "unknown host" : message;
  }

  private void get(DataFile file, URI mirror) throws IOException {
    Path part = folder.resolve(file.downloadName() + ".part");
    boolean resumed = size(part) > 0;
    read(mirror.resolve(file.downloadName()), part);
    Optional<String> wrong = check(file, part);
    if (wrong.isPresent() && resumed) {
      // Compressed copies differ: the beginning may have come from another mirror.
      read(mirror.resolve(file.downloadName()), part);
      wrong = check(file, part);
    }
    if (wrong.isPresent()) {
      throw new IOException(wrong.get());
    }
    Files.move(part, folder.resolve(file.downloadName()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Goes on where a connection broke off, as long as each brings something. */
  private static void read(URI from, Path part) throws IOException {
    for (int attempt = 1; ; attempt++) {
      long before = size(part);
      try {
        new Download(from, part, MOST_BYTES).read();
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS || size(part) <= before) {
          deleteIfEmpty(part);
          throw e;
        }
      }
    }
  }

  private static void deleteIfEmpty(Path part) throws IOException {
    if (size(part) == 0) {
      Files.deleteIfExists(part);
    }
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** What is wrong with a complete download, which is then deleted. */
  private static Optional<String> check(DataFile file, Path part) throws IOException {
    Optional<String> wrong = wrong(file, part);
    if (wrong.isPresent()) {
      Files.delete(part);
    }
    return wrong;
  }
}

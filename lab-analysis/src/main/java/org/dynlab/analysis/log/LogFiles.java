package org.dynlab.analysis.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.dynlab.store.problem.UserError;

/**
 * Files by patterns that the shell has not replaced, such as {@code logs/*.csv}: {@code *}, {@code
 * ?}, {@code [abc]} and {@code {a,b}} within a name, {@code **} over folders.
 */
public final class LogFiles {
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[{]");

  private LogFiles() {}

  /**
   * The files that match any of the patterns, each once, sorted within a pattern; a pattern without
   * special characters, or one that is the name of a file, is that file, there or not. One that
   * matches nothing is a user's error.
   */
  public static List<Path> matching(List<String> patterns) {
    Set<Path> files = new LinkedHashSet<>();
    patterns.forEach(pattern -> files.addAll(matching(pattern)));
    return List.copyOf(files);
  }

  private static List<Path> matching(String pattern) {
    if (!SPECIAL.matcher(pattern).find() || Files.exists(Path.of(pattern))) {
      return List.of(Path.of(pattern));
    }
    Path folder = folder(pattern);
    if (!Files.isDirectory(folder)) {
      throw new UserError(pattern, "must match a file", "none", "there is no folder " + folder);
    }
    PathMatcher matcher = matcher(pattern);
    try (Stream<Path> found = Files.walk(folder, depth(pattern, folder))) {
      List<Path> files =
          found.filter(matcher::matches).filter(Files::isRegularFile).sorted().toList();
      if (files.isEmpty()) {
        throw new UserError(pattern, "must match a file", "none", "");
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + pattern, e);
    }
  }

  private static PathMatcher matcher(String pattern) {
    try {
      boolean bare = SPECIAL.matcher(pattern.split("/", -1)[0]).find();
      return FileSystems.getDefault().getPathMatcher("glob:" + (bare ? "./" : "") + pattern);
    } catch (PatternSyntaxException e) {
      throw new UserError(pattern, "must be a pattern of files", e.getDescription(), "");
    }
  }

  /** The folders before the first name with a special character. */
  private static Path folder(String pattern) {
    List<String> plain = new ArrayList<>();
    for (String name : pattern.split("/", -1)) {
      if (SPECIAL.matcher(name).find()) {
        break;
      }
      plain.add(name);
    }
    String folder = String.join("/", plain);
    return Path.of(folder.isEmpty() ? (pattern.startsWith("/") ? "/" : ".") : folder);
  }

  private static int depth(String pattern, Path folder) {
    return pattern.contains("**") || pattern.contains("{")
        ? Integer.MAX_VALUE
        : Path.of(pattern).getNameCount()
            - (folder.equals(Path.of(".")) ? 0 : folder.getNameCount());
  }
}

package org.dynlab.tasks.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders in which public data sets are looked for; a data set is a folder of its own in one of
 * them, e.g. {@code mnist}.
 *
 * <p>If the user has said where ({@code --data-dir}, else the environment variable {@code
 * LAB_DATA}), only there. Otherwise in {@code data} and {@code shared/data} of the working folder
 * and of every folder above it, nearest first, and then in {@link #target}.
 *
 * @param roots in the order in which they are searched; absolute
 * @param target where a download goes: what the user has said, else {@code dynlab} in {@code
 *     XDG_CACHE_HOME}, else {@code ~/.cache/dynlab}
 */
public record DataFolders(List<Path> roots, Path target) {
  /** The system property by which {@code --data-dir} reaches the processes that train. */
  public static final String PROPERTY = "lab.data";

  private static final String VARIABLE = "LAB_DATA";
  private static final String CACHE = "XDG_CACHE_HOME";

  /** Copies the list. */
  public DataFolders {
    roots = List.copyOf(roots);
  }

  /** The folders as this process was told them. */
  public static DataFolders ofThisProcess() {
    return of(
        Optional.ofNullable(System.getProperty(PROPERTY)),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home")));
  }

  /** The same with {@code --data-dir} as given, if it is given. */
  public static DataFolders chosenOr(Optional<Path> dataDir) {
    return dataDir.map(DataFolders::only).orElseGet(DataFolders::ofThisProcess);
  }

  /** This folder and no other. */
  public static DataFolders only(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    return new DataFolders(List.of(root), root);
  }

  static DataFolders of(
      Optional<String> said, Map<String, String> environment, Path working, Path home) {
    Optional<String> chosen = said.or(() -> value(environment, VARIABLE));
    if (chosen.isPresent()) {
      return only(working.resolve(chosen.get()));
    }
    List<Path> roots = new ArrayList<>();
    for (Path folder = working; folder != null; folder = folder.getParent()) {
      roots.add(folder.resolve("data"));
      roots.add(folder.resolve("shared").resolve("data"));
    }
    Path cache = value(environment, CACHE).map(Path::of).orElseGet(() -> home.resolve(".cache"));
    roots.add(cache.resolve("dynlab"));
    return new DataFolders(roots, cache.resolve("dynlab"));
  }

  /** An empty variable counts as not set. */
  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}

package org.dynlab.analysis.log;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Names of runs: that of the file without {@code .csv}, with as many of the folders above it as it
 * takes to tell the files apart; of a file with a run column the name of the run, with the file's
 * where several files have such runs, and with the arm where several arms do.
 */
final class RunNames {
  private RunNames() {}

  /** One for each, all different. */
  static List<String> of(List<LoggedRun> runs) {
    List<Path> files = runs.stream().map(LoggedRun::file).distinct().toList();
    Map<Path, String> names = ofFiles(files);
    Function<LoggedRun, String> file = run -> names.get(run.file());
    if (runs.stream().allMatch(run -> run.id().isEmpty())) {
      return runs.stream().map(file).toList();
    }
    Function<LoggedRun, String> name =
        files.size() == 1 ? LoggedRun::id : run -> file.apply(run) + "/" + run.id();
    List<String> found = runs.stream().map(name).toList();
    return new HashSet<>(found).size() == found.size()
        ? found
        : runs.stream().map(run -> name.apply(run) + " of " + run.armName()).toList();
  }

  private static Map<Path, String> ofFiles(List<Path> files) {
    int deepest = files.stream().mapToInt(file -> absolute(file).getNameCount()).max().orElse(1);
    Map<Path, String> names = new HashMap<>();
    for (int parts = 1; parts <= deepest; parts++) {
      for (Path file : files) {
        names.put(file, name(absolute(file), parts));
      }
      if (names.values().stream().allMatch(n -> Collections.frequency(names.values(), n) == 1)) {
        return names;
      }
    }
    return names;
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static String name(Path file, int parts) {
    int count = file.getNameCount();
    String name = file.subpath(Math.max(0, count - parts), count).toString().replace('\\', '/');
    return name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
  }
}

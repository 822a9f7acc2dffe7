package org.dynlab.analysis.log;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Curve;

/**
 * A run as it stands in one file.
 *
 * @param arm the columns that name its arm, with their cells
 * @param id its cell in the column that tells runs apart, empty if there is none
 * @param rows how many it has
 * @param lastStep the largest step, 0 without rows
 */
record LoggedRun(
    Path file,
    Map<String, String> arm,
    String id,
    int rows,
    long lastStep,
    Map<String, Curve> curves) {

  /** A run of which nothing was written. */
  static LoggedRun empty(Path file) {
    return new LoggedRun(file, Map.of(), "", 0, 0, Map.of());
  }

  /** Its arm in words, empty if it has none. */
  String armName() {
    return arm.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Without one of its columns. */
  LoggedRun without(String column) {
    Map<String, Curve> others = new LinkedHashMap<>(curves);
    others.remove(column);
    return new LoggedRun(file, arm, id, rows, lastStep, others);
  }
}

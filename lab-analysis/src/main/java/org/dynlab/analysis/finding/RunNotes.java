package org.dynlab.analysis.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.LeftOut;

/** Runs that a number could not be had of, as notes; those of one reason share a note. */
final class RunNotes {
  private RunNotes() {}

  /**
   * That runs are missing from all that is said.
   *
   * @param of from what; may be empty
   */
  static List<String> leftOut(String of, List<LeftOut> runs) {
    return notes(of, " left out", runs);
  }

  /** What is to be said of runs. */
  static List<String> remarks(String of, List<LeftOut> runs) {
    return notes(of, "", runs);
  }

  private static List<String> notes(String of, String what, List<LeftOut> runs) {
    Map<String, List<String>> names =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    LeftOut::reason,
                    LinkedHashMap::new,
                    Collectors.mapping(LeftOut::run, Collectors.toList())));
    String begin = of.isEmpty() ? "" : of + ", ";
    return names.entrySet().stream()
        .map(group -> begin + line(group.getValue(), what, group.getKey()))
        .toList();
  }

  private static String line(List<String> names, String what, String reason) {
    return names.size() == 1
        ? "run " + names.get(0) + what + ": " + reason
        : names.size() + " runs" + what + ": " + reason + " (" + String.join(", ", names) + ")";
  }
}

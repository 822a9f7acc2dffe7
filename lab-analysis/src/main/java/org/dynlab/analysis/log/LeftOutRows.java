package org.dynlab.analysis.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a file that do not count, by reason: how many, and where the first one stands. */
final class LeftOutRows {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, String> first = new LinkedHashMap<>();
  private String open = "";

  void add(String reason, CsvScanner scanner) {
    counts.merge(reason, 1, Integer::sum);
    first.putIfAbsent(reason, scanner.where());
  }

  /** A last row that counts although no line feed says that it is whole. */
  void noteOpen(CsvScanner scanner) {
    open = scanner.where();
  }

  /** A new list. */
  List<Omission> omissions(Path file) {
    List<Omission> omissions = new ArrayList<>();
    counts.forEach(
        (reason, count) ->
            omissions.add(
                count == 1
                    ? new Omission(first.get(reason), "the row", "it " + reason)
                    : new Omission(
                        file.toString(),
                        count + " rows",
                        "each " + reason + ", the first one is " + first.get(reason))));
    if (!open.isEmpty()) {
      String reason =
          "it counts, but no line feed ends it: a log that is still written may cut its last cell";
      omissions.add(new Omission(open, "the last row", reason));
    }
    return omissions;
  }
}

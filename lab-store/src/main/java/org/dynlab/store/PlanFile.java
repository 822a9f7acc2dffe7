package org.dynlab.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code plan.jsonl}: the numbered runs of an experiment, one JSON object per line. */
final class PlanFile {
  /** 640 bytes for each of 100,000 runs, the most that a grid may have. */
  private static final long MOST_BYTES = 64 << 20;

  /** Twice what a grid may have; so many fit into 256 MB of memory. */
  private static final int MOST_RUNS = 200_000;

  private PlanFile() {}

  /** All runs; the file is written in one move, so whatever is wrong with it is damage. */
  static List<PlannedRun> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file.toString(), "must be a file", "nothing", "");
    }
    TextFile.checkPlain(file, MOST_BYTES);
    List<PlannedRun> planned = new ArrayList<>();
    Set<String> folders = new HashSet<>();
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        PlannedRun run =
            Json.bind(Json.parse(lines.text(), lines.where()), PlannedRun.class, lines.where());
        check(run, planned.size(), lines);
        if (!folders.add(run.folder())) {
          throw new UserError(
              lines.where() + ": folder", "must be another one for each run", run.folder(), "");
        }
        planned.add(run);
      }
    }
    if (planned.isEmpty()) {
      throw new UserError(file.toString(), "must hold a run", "none", "");
    }
    return planned;
  }

  private static void check(PlannedRun run, int number, Lines lines) {
    if (run.index() != number) {
      String got = Integer.toString(run.index());
      throw new UserError(lines.where() + ": index", "must be " + number, got, "");
    } else if (number == MOST_RUNS) {
      throw new UserError(
          lines.where(), "must be one of at most " + MOST_RUNS + " runs", "more", "");
    } else if (!lines.isWhole()) {
      throw new UserError(lines.where(), "must end with a line feed", "the end of the file", "");
    }
  }
}

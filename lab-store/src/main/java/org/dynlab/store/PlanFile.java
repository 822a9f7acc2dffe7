package org.dynlab.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Json;
import org.dynlab.store.text.Lines;
import org.dynlab.store.text.TextFile;

/** The file of a plan: one planned run a line, numbered by the lines. */
final class PlanFile {
  private static final int MOST_PROBLEMS = 10;

  /** 640 bytes for each of 100,000 runs, the most that a grid may have. */
  private static final long MOST_BYTES = 64 << 20;

  /** Twice what a grid may have; so many fit into 256 MB of memory. */
  private static final int MOST_RUNS = 200_000;

  private PlanFile() {}

  /** Replaces the file in one move. */
  static void write(Path file, List<PlannedRun> planned) {
    StringBuilder lines = new StringBuilder();
    planned.forEach(run -> lines.append(Json.line(run)).append('\n'));
    AtomicFile.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The plan in that file; lines that do not belong together are named, up to ten of them. */
  static List<PlannedRun> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file.toString(), "must be a file", "nothing", "");
    }
    TextFile.checkPlain(file, MOST_BYTES);
    List<PlannedRun> planned = new ArrayList<>();
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        JsonNode line = Json.parse(lines.text(), lines.where());
        if (!line.isObject()) {
          throw new UserError(lines.where(), "must be a JSON object", Json.shown(line), "");
        }
        check(lines, planned.size());
        planned.add(Json.bind(line, PlannedRun.class, lines.where()));
      }
    }
    if (planned.isEmpty()) {
      throw new UserError(file.toString(), "must hold a run", "none", "");
    }
    check(file, planned);
    return planned;
  }

  /** The file is written in one move, so whatever is wrong with it is damage. */
  private static void check(Lines lines, int number) {
    if (number == MOST_RUNS) {
      throw new UserError(
          lines.where(), "must be one of at most " + MOST_RUNS + " runs", "more", "");
    } else if (!lines.isWhole()) {
      throw new UserError(lines.where(), "must end with a line feed", "the end of the file", "");
    }
  }

  /** Where in the file the run of that number stands. */
  static String line(Path file, int index) {
    return file + ":" + (index + 1);
  }

  private static void check(Path file, List<PlannedRun> planned) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Integer> folders = new HashMap<>();
    Set<PlannedRun.Identity> runs = new HashSet<>();
    for (int i = 0; i < planned.size() && problems.size() < MOST_PROBLEMS; i++) {
      PlannedRun run = planned.get(i);
      String where = line(file, i);
      if (run.index() != i) {
        problems.add(new Problem(where + ": index", "must be " + i, "" + run.index()));
      }
      Integer before = folders.putIfAbsent(run.folder(), i);
      if (before != null) {
        String got = run.folder() + " of line " + (before + 1);
        problems.add(new Problem(where + ": folder", "must be that of no other run", got));
      }
      if (!runs.add(run.identity())) {
        problems.add(new Problem(where, "must be another run than those before it", run.words()));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
  }
}

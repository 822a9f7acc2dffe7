package org.dynlab.analysis.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.Shelf;
import org.dynlab.store.problem.UserError;

/** The runs of one file, told apart by the cells of the arm columns and of the run column. */
final class LogRuns {
  private final LogHeader header;
  private final CsvLogs.Layout layout;
  private final int runPlace;
  private final int[] armPlaces;
  private final int columns;
  private final Set<Integer> dropped = new TreeSet<>();
  private final Map<List<String>, RunRows> runs = new LinkedHashMap<>();

  /** For so many columns. */
  LogRuns(LogHeader header, CsvLogs.Layout layout, int columns) {
    this.header = header;
    this.layout = layout;
    this.runPlace = layout.run().map(header::place).orElse(-1);
    this.armPlaces = layout.arm().stream().mapToInt(header::place).toArray();
    this.columns = columns;
  }

  /** Keeps nothing of a column from now on, and gives up what was kept. */
  void drop(int column) {
    dropped.add(column);
    runs.values().forEach(rows -> rows.drop(column));
  }

  /** Where the row belongs. */
  RunRows rows(CsvScanner row) {
    List<String> key = key(row);
    RunRows known = runs.get(key);
    if (known != null) {
      return known;
    } else if (runPlace < 0 && !runs.isEmpty()) {
      throw new UserError(
          row.where(),
          "must name the arm of the rows before, as no column tells runs apart",
          arm(key),
          "theirs is " + arm(runs.keySet().iterator().next()));
    }
    RunRows rows = new RunRows(columns);
    dropped.forEach(rows::drop);
    runs.put(key, rows);
    return rows;
  }

  private List<String> key(CsvScanner row) {
    if (runPlace < 0 && armPlaces.length == 0) {
      return List.of("");
    }
    List<String> key = new ArrayList<>(armPlaces.length + 1);
    for (int place : armPlaces) {
      key.add(row.text(place));
    }
    key.add(runPlace < 0 ? "" : row.text(runPlace));
    return key;
  }

  private static String arm(List<String> key) {
    return String.join(",", key.subList(0, key.size() - 1));
  }

  /** All runs, in the order in which they begin, with what is to be known of them. */
  List<LoggedRun> finished(List<String> names, Shelf shelf, List<Omission> omissions) {
    List<LoggedRun> finished = new ArrayList<>();
    runs.forEach((key, rows) -> finished.add(finished(key, rows, names, shelf, omissions)));
    String file = header.file().toString();
    if (finished.isEmpty()) {
      omissions.add(new Omission(file, "the run", "no row below the header has a step"));
    }
    if (finished.isEmpty() && layout.run().isEmpty()) {
      finished.add(LoggedRun.empty(header.file()));
    }
    for (int i = 0; i < header.names().size(); i++) {
      if (header.names().get(i).isEmpty()) {
        omissions.add(new Omission(file, "column " + (i + 1), "it has no name"));
      }
    }
    return finished;
  }

  private LoggedRun finished(
      List<String> key, RunRows rows, List<String> names, Shelf shelf, List<Omission> omissions) {
    Map<String, String> arm = new LinkedHashMap<>();
    for (int i = 0; i < armPlaces.length; i++) {
      arm.put(layout.arm().get(i), key.get(i));
    }
    String id = key.get(key.size() - 1);
    long last = rows.lastStep();
    int count = rows.size();
    Map<String, Curve> curves = rows.curves(names, shelf);
    String where = header.file() + (id.isEmpty() ? "" : ", run " + id);
    if (rows.unsorted() > 0) {
      String reason =
          "steps that fall behind those of the row before: all rows were sorted by step";
      omissions.add(new Omission(where, Omission.count(rows.unsorted(), "row"), reason));
    }
    if (rows.overwritten() > 0) {
      String reason = "a later row has the same step: the later cell counts";
      omissions.add(new Omission(where, Omission.count(rows.overwritten(), "cell"), reason));
    }
    if (count == 1) {
      omissions.add(new Omission(where, "one row", "it counts, but a single step has no course"));
    }
    return new LoggedRun(header.file(), arm, id, count, last, curves);
  }
}

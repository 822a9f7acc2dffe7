package org.dynlab.store.table;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.UserError;

/**
 * The rows of {@code metrics.csv} as far as they are whole. Memory: 8 bytes per row and per
 * measured cell, 4 more per cell of columns that were not measured in every row.
 */
public final class MetricTable {
  private final List<String> columns;
  private final long[] steps;
  private final Map<String, Cells> cells = new HashMap<>();
  private final Map<Cells, long[]> stepsOf = new LinkedHashMap<>();
  private final boolean torn;

  /** Takes the steps and the cells over. */
  MetricTable(List<String> columns, long[] steps, List<Cells> cells, boolean torn) {
    this.columns = List.copyOf(columns);
    this.steps = steps;
    this.torn = torn;
    for (int i = 0; i < columns.size(); i++) {
      this.cells.put(columns.get(i), cells.get(i));
    }
  }

  /**
   * Reads a metric table.
   *
   * @param metricsCsv the file; if it is not there, the table is empty
   * @param columns what {@code columns.csv} says
   */
  public static MetricTable read(Path metricsCsv, List<Column> columns) {
    return TableReader.read(
        metricsCsv, columns.stream().map(Column::name).collect(Collectors.toList()));
  }

  /** The steps of all rows, a new array each time. */
  public long[] steps() {
    return steps.clone();
  }

  /** Number of rows. */
  public int rows() {
    return steps.length;
  }

  /** Names of the columns, in the order of the file, without the step. */
  public List<String> columns() {
    return columns;
  }

  /** True if there is a column of that name, measured or not. */
  public boolean has(String column) {
    return cells.containsKey(column);
  }

  /**
   * The measured cells of a column, a new series each time; empty if it was never measured. A name
   * that is not in the table is a user's error.
   */
  public Series series(String column) {
    Cells found = cells(column);
    return new Series(found.steps(steps), found.values());
  }

  /**
   * The same for a reader of many columns who writes into no array: columns that were measured in
   * the same rows share their array of steps. One thread at a time.
   */
  public Series sharing(String column) {
    Cells found = cells(column);
    for (Map.Entry<Cells, long[]> known : stepsOf.entrySet()) {
      if (known.getKey().sharesRows(found)) {
        return new Series(known.getValue(), found.values());
      }
    }
    long[] own = found.steps(steps);
    stepsOf.put(found, own);
    return new Series(own, found.values());
  }

  /** How many cells of a column are measured. */
  public int measured(String column) {
    return cells(column).size();
  }

  private Cells cells(String column) {
    Cells found = cells.get(column);
    if (found == null) {
      String hint = NearestKey.of(column, columns).map(k -> "did you mean " + k + "?").orElse("");
      throw new UserError(
          "column " + column, "must be one of " + String.join(", ", columns), column, hint);
    }
    return found;
  }

  /** True if the file ends in a line that is not whole; that line is not in the table. */
  public boolean torn() {
    return torn;
  }
}

package org.dynlab.store.table;

import java.nio.file.Path;
import java.util.List;
import org.dynlab.store.problem.UserError;

/** The rows of {@code timing.csv} as far as they are whole; mostly the last one is asked for. */
public final class TimingTable {
  private final List<String> names;
  private final MetricTable rows;
  private final int last;

  private TimingTable(List<String> names, MetricTable rows, int last) {
    this.names = names;
    this.rows = rows;
    this.last = last;
  }

  /** Reads a timing table; if the file is not there, the table is empty and has no names. */
  public static TimingTable read(Path timingCsv) {
    MetricTable rows = TableReader.read(timingCsv);
    List<String> columns = rows.columns();
    boolean timed = columns.stream().allMatch(name -> name.endsWith(TimingWriter.SUFFIX));
    if (!columns.isEmpty() && !(columns.get(0).equals(TimingWriter.WALL) && timed)) {
      throw new UserError(
          timingCsv + ":1",
          "must have the columns step,wall_seconds,<name>_seconds",
          "step," + String.join(",", columns),
          "");
    }
    for (String column : columns) {
      if (rows.series(column).size() < rows.rows()) {
        throw new UserError(
            timingCsv.toString(), column + " must be in every row", "an empty cell", "");
      }
    }
    List<String> names = columns.stream().skip(1).map(TimingTable::name).toList();
    return new TimingTable(names, rows, rows.rows() - 1);
  }

  private static String name(String column) {
    return column.substring(0, column.length() - TimingWriter.SUFFIX.length());
  }

  /** The same as it was at that wall clock, with the rows until then. */
  public TimingTable at(double wallSeconds) {
    double[] walls = last < 0 ? new double[0] : rows.series(TimingWriter.WALL).values();
    int until = last;
    while (until >= 0 && walls[until] > wallSeconds) {
      until--;
    }
    return new TimingTable(names, rows, until);
  }

  /** What was timed, in the order of the file. */
  public List<String> names() {
    return names;
  }

  /** Seconds spent on that name until the last row; 0 before the first row. */
  public double seconds(String name) {
    return last(name + TimingWriter.SUFFIX);
  }

  /** Wall clock of the run at the last row; 0 before the first row. */
  public double wallSeconds() {
    return last < 0 ? 0 : last(TimingWriter.WALL);
  }

  /** Completed updates at the last row; 0 before the first row. */
  public long step() {
    return Math.max(0, lastStep());
  }

  /** The step of the last row; -1 before the first row. */
  public long lastStep() {
    return last < 0 ? -1 : rows.steps()[last];
  }

  /** True if the file ends in a line that is not whole; that line is not in the table. */
  public boolean torn() {
    return rows.torn();
  }

  private double last(String column) {
    Series series = rows.series(column);
    return last < 0 ? 0 : series.values()[last];
  }
}

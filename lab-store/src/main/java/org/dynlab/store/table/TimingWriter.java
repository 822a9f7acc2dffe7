package org.dynlab.store.table;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Appends to {@code timing.csv}: where the time of a run went so far, in seconds since its start.
 * Apart from the metrics, because time differs between equal runs. One thread owns it.
 */
public final class TimingWriter implements Closeable {
  /** Header of the wall clock. */
  static final String WALL = "wall_seconds";

  /** What follows a name in the header. */
  static final String SUFFIX = "_seconds";

  private final int names;
  private final RowWriter rows;

  /** Begins the table; a file that is already there is a user's error. */
  public TimingWriter(Path file, List<String> names, LongSupplier nanoTime) {
    this.names = names.size();
    this.rows = new RowWriter(file, header(names), nanoTime);
  }

  /** Goes on at the mark. */
  public TimingWriter(Path file, int names, TableMark mark) {
    this.names = names;
    this.rows = new RowWriter(file, mark, System::nanoTime);
  }

  private static List<String> header(List<String> names) {
    List<String> header = new ArrayList<>(List.of(WALL));
    names.forEach(name -> header.add(name + SUFFIX));
    ColumnFile.check(header.stream().map(name -> new Column(name, "s", "")).toList());
    return header;
  }

  /**
   * Appends one row; every value is the sum since the start of the run.
   *
   * @param step completed updates; larger than in the row before
   * @param wallSeconds wall clock
   * @param cumulativeSeconds one per name, in the order of the header
   */
  public void append(long step, double wallSeconds, double[] cumulativeSeconds) {
    if (cumulativeSeconds.length != names) {
      throw new IllegalArgumentException(
          "a row must have " + names + " values, got " + cumulativeSeconds.length);
    }
    rows.begin(step);
    rows.cell(wallSeconds);
    for (double seconds : cumulativeSeconds) {
      rows.cell(seconds);
    }
    rows.end();
  }

  /** Makes all rows so far visible to readers. */
  public void flush() {
    rows.flush();
  }

  /** Writes all rows through to the disk. */
  @Override
  public void close() {
    rows.close();
  }
}

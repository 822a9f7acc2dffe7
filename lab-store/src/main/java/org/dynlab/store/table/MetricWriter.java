package org.dynlab.store.table;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Appends to {@code metrics.csv} while a run goes on: {@code step,<columns>}, an empty cell where
 * nothing was measured. The same rows give the same bytes. One thread owns it.
 */
public final class MetricWriter implements Closeable {
  private final int columns;
  private final RowWriter rows;

  /** Begins the table; a file that is already there is a user's error. */
  public MetricWriter(Path file, List<Column> columns, LongSupplier nanoTime) {
    this.columns = columns.size();
    List<String> names = columns.stream().map(Column::name).collect(Collectors.toList());
    this.rows = new RowWriter(file, names, nanoTime);
  }

  /** Goes on at the mark. */
  public MetricWriter(Path file, int columns, TableMark mark) {
    this.columns = columns;
    this.rows = new RowWriter(file, mark, System::nanoTime);
  }

  /**
   * Appends one row.
   *
   * @param step completed updates; larger than in the row before
   * @param values one per column, in the order of {@code columns.csv}
   * @param measured which of them were measured at this step
   */
  public void append(long step, double[] values, BitSet measured) {
    if (values.length != columns || measured.length() > columns) {
      throw new IllegalArgumentException(
          "a row must have " + columns + " values, got " + values.length);
    }
    rows.begin(step);
    for (int i = 0; i < columns; i++) {
      if (measured.get(i)) {
        rows.cell(values[i]);
      } else {
        rows.emptyCell();
      }
    }
    rows.end();
  }

  /** Makes all rows so far visible to readers. */
  public void flush() {
    rows.flush();
  }

  /** Writes all rows so far through to the disk; how far the table has come. */
  public TableMark sync() {
    return rows.sync();
  }

  /** Writes all rows through to the disk. */
  @Override
  public void close() {
    rows.close();
  }
}

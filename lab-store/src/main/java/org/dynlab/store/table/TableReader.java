package org.dynlab.store.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.Decimal;
import org.dynlab.store.text.Lines;
import org.dynlab.store.text.PlainNumber;

/**
 * Reads a table that {@link RowWriter} wrote, perhaps while it still writes or after it was killed.
 *
 * <p>A last line without its line feed, with too few cells or with a broken number is torn: it is
 * dropped and said. The same anywhere else is a user's error, for nothing but damage explains it.
 */
final class TableReader {
  private final Path file;
  private final List<String> header;
  private final Cells[] cells;
  private final double[] values;
  private final boolean[] measured;
  private final PlainNumber plain = new PlainNumber();
  private long[] steps = new long[64];
  private int rows;
  private boolean torn;

  private TableReader(Path file, List<String> columns) {
    this.file = file;
    this.header = Stream.concat(Stream.of(RowWriter.STEP), columns.stream()).toList();
    this.cells = new Cells[columns.size()];
    this.values = new double[columns.size()];
    this.measured = new boolean[columns.size()];
    Arrays.setAll(this.cells, i -> new Cells());
  }

  /** The table in the file; a file that is not there, or has no header yet, is an empty table. */
  static MetricTable read(Path file, List<String> columns) {
    TableReader reader = new TableReader(file, columns);
    try (Lines lines = new Lines(file)) {
      if (lines.next()) {
        reader.checkHeader(lines);
        reader.readRows(lines);
      }
    }
    return reader.table();
  }

  /** The table in a file that alone says what its columns are. */
  static MetricTable read(Path file) {
    try (Lines lines = new Lines(file)) {
      boolean any = lines.next();
      boolean named = any && lines.isWhole();
      List<String> header = named ? List.of(lines.text().split(",", -1)) : List.of(RowWriter.STEP);
      if (new HashSet<>(header).size() < header.size()) {
        throw new UserError(lines.where(), "must not repeat a column", lines.text(), "");
      }
      TableReader reader = new TableReader(file, header.subList(1, header.size()));
      if (named) {
        reader.checkHeader(lines);
        reader.readRows(lines);
      }
      reader.torn |= any && !named;
      return reader.table();
    }
  }

  private MetricTable table() {
    List<String> columns = header.subList(1, header.size());
    return new MetricTable(columns, Arrays.copyOf(steps, rows), List.of(cells), torn);
  }

  private void readRows(Lines lines) {
    Problem broken = null;
    while (lines.next()) {
      if (broken != null) {
        throw new UserError(List.of(broken));
      }
      broken = lines.isWhole() ? row(lines) : notWhole(lines);
    }
    torn |= broken != null;
  }

  private void checkHeader(Lines lines) {
    String expected = String.join(",", header);
    if (!lines.isWhole() && expected.startsWith(lines.text())) {
      torn = true;
    } else if (!expected.equals(lines.text())) {
      throw new UserError(lines.where(), "must have the columns " + expected, lines.text(), "");
    }
  }

  private static Problem notWhole(Lines lines) {
    return new Problem(lines.where(), "must end with a line feed", "the end of the file");
  }

  /** Takes a whole line over as a row, or says what is wrong with it and takes nothing. */
  private Problem row(Lines lines) {
    byte[] bytes = lines.buffer();
    int to = lines.to();
    int end = cellEnd(bytes, lines.from(), to);
    long step = step(bytes, lines.from(), end);
    if (step < 0) {
      String got = Decimal.text(bytes, lines.from(), end);
      return new Problem(lines.where(), "step must be a whole number from 0", quoted(got));
    }
    for (int i = 0; i < cells.length; i++) {
      if (end == to) {
        return wrongCount(lines);
      }
      int from = end + 1;
      if (plain.read(bytes, from, to)) {
        measured[i] = true;
        values[i] = plain.value();
        end = plain.end();
        continue;
      }
      end = cellEnd(bytes, from, to);
      measured[i] = from < end;
      if (measured[i] && !Decimal.isNumber(bytes, from, end)) {
        return notNumber(lines, i, Decimal.text(bytes, from, end));
      }
      values[i] = measured[i] ? Decimal.parse(bytes, from, end) : 0;
      if (Double.isInfinite(values[i]) && bytes[end - 1] != 'y') {
        return notNumber(lines, i, Decimal.text(bytes, from, end));
      }
    }
    return end == to ? take(step, lines) : wrongCount(lines);
  }

  private Problem notNumber(Lines lines, int column, String got) {
    return new Problem(lines.where(), header.get(column + 1) + " must be a number", quoted(got));
  }

  private Problem wrongCount(Lines lines) {
    int cells = lines.text().split(",", -1).length;
    return new Problem(lines.where(), "must have " + header.size() + " cells", "" + cells);
  }

  private static String quoted(String cell) {
    return '"' + cell + '"';
  }

  private static int cellEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  /** A step has 1 to 18 digits; everything else is -1. */
  private static long step(byte[] bytes, int from, int to) {
    if (from == to || to - from > 18) {
      return -1;
    }
    long step = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      step = step * 10 + (bytes[i] - '0');
    }
    return step;
  }

  private Problem take(long step, Lines lines) {
    if (rows > 0 && step <= steps[rows - 1]) {
      throw new UserError(
          lines.where(),
          "steps must increase, after " + steps[rows - 1],
          Long.toString(step),
          "did two runs write into " + file.getFileName() + "?");
    }
    if (rows == steps.length) {
      steps = Arrays.copyOf(steps, rows * 2);
    }
    steps[rows] = step;
    for (int i = 0; i < cells.length; i++) {
      if (measured[i]) {
        cells[i].add(rows, values[i]);
      }
    }
    rows++;
    return null;
  }
}

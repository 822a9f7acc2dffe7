package org.dynlab.store.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dynlab.store.text.Decimal;
import org.dynlab.store.text.Lines;

/**
 * The newest rows of a metric table that is being written, found from the end of the file: what
 * they cost to read does not grow with the run.
 */
public final class LatestMetrics {
  private static final int WINDOW_BYTES = 1 << 16;

  private final List<String> header;
  private final List<String[]> rows;

  private LatestMetrics(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  /** Those of the run in that folder; nothing before its first whole row. */
  public static Optional<LatestMetrics> of(Path run) {
    Path file = run.resolve("metrics.csv");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Lines lines = new Lines(file)) {
      return lines.next() ? of(List.of(lines.text().split(",", -1)), tail(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The whole lines at the end of the file, perhaps its header among them. */
  private static String tail(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long begin = Math.max(0, in.length() - WINDOW_BYTES);
      in.seek(begin);
      byte[] bytes = new byte[WINDOW_BYTES];
      int filled = 0;
      for (int read = 0; read >= 0 && filled < bytes.length; filled += Math.max(0, read)) {
        read = in.read(bytes, filled, bytes.length - filled);
      }
      String text = new String(bytes, 0, filled, StandardCharsets.UTF_8);
      int from = begin == 0 ? 0 : text.indexOf('\n') + 1;
      return text.substring(from, Math.max(from, text.lastIndexOf('\n') + 1));
    }
  }

  private static Optional<LatestMetrics> of(List<String> header, String tail) {
    List<String[]> rows =
        tail.lines()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells.length == header.size() && isNumber(cells[0]))
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(new LatestMetrics(header, rows));
  }

  private static boolean isNumber(String cell) {
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    return Decimal.isNumber(bytes, 0, bytes.length);
  }

  /** Completed updates at the newest row. */
  public long step() {
    return (long) Double.parseDouble(rows.get(rows.size() - 1)[0]);
  }

  /** The newest value of a column; NaN if it was not measured lately, or there is none. */
  public double value(String column) {
    int place = header.indexOf(column);
    for (int i = rows.size() - 1; place >= 0 && i >= 0; i--) {
      String cell = rows.get(i)[place];
      if (isNumber(cell)) {
        return Double.parseDouble(cell);
      }
    }
    return Double.NaN;
  }
}

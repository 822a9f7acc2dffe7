package org.dynlab.store.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.dynlab.store.disk.Disk;
import org.dynlab.store.disk.DiskFile;
import org.dynlab.store.problem.UserError;

/**
 * Appends rows of numbers to a CSV file; what is written is never touched again.
 *
 * <p>Rows are collected and handed to the operating system whole: when a second has passed since
 * the last time, when rows come slowly anyway, when the buffer is full, and on closing. A killed
 * process loses at most that second; only a full disk or a lost machine leaves half a row.
 */
final class RowWriter implements Closeable {
  /** The first column of every table. */
  static final String STEP = "step";

  private static final long FLUSH_NANOS = 1_000_000_000L;

  /** Rows this far apart are flushed one by one: the flush costs nothing against the step. */
  private static final long SLOW_ROW_NANOS = 50_000_000L;

  private static final int FULL_BYTES = 1 << 16;

  /** The longest double, {@code -2.2250738585072014E-308}, and the longest long fit. */
  private static final int LONGEST_CELL = 32;

  private static final long MINUS_ZERO_BITS = Long.MIN_VALUE;
  private static final double PLAIN_LIMIT = 1e7;

  private final Path file;
  private final LongSupplier nanoTime;
  private final DiskFile out;
  private byte[] buffer = new byte[FULL_BYTES + (1 << 12)];
  private int size;
  private long lastStep = -1;
  private long lastFlush;
  private long lastRow;
  private final CRC32C checksum = new CRC32C();
  private long bytes;
  private boolean broken;
  private boolean closed;

  /** Starts a new file. */
  RowWriter(Path file, List<String> columns, LongSupplier nanoTime) {
    this(file, create(file), nanoTime);
    put(STEP);
    for (String column : columns) {
      put(',');
      put(column);
    }
    put('\n');
    flush();
  }

  /**
   * Goes on behind the first bytes of a file, which must be those of the mark; what is behind them
   * is dropped.
   */
  RowWriter(Path file, TableMark mark, LongSupplier nanoTime) {
    this(file, append(file), nanoTime);
    cut(mark);
    TableMark.add(file, mark.bytes(), checksum);
  }

  private RowWriter(Path file, DiskFile out, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
    this.out = out;
    this.lastFlush = nanoTime.getAsLong();
    this.lastRow = lastFlush;
  }

  private static DiskFile create(Path file) {
    try {
      return Disk.current().create(file);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          file.toString(),
          "must not exist yet",
          "a file",
          "rows that were written stay as they are");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static DiskFile append(Path file) {
    try {
      return Disk.current().append(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void cut(TableMark mark) {
    lastStep = mark.step();
    bytes = mark.bytes();
    try {
      out.truncate(bytes);
      out.sync();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Starts a row; steps must increase. */
  void begin(long step) {
    if (step <= lastStep) {
      throw new IllegalArgumentException(
          "steps must increase from 0, got " + step + " after " + lastStep);
    }
    lastStep = step;
    reserve();
    putDigits(step);
  }

  /** The next cell of the row, with the digits of {@link Double#toString(double)}. */
  void cell(double value) {
    reserve();
    put(',');
    if (Math.abs(value) < PLAIN_LIMIT
        && value == (long) value
        && Double.doubleToRawLongBits(value) != MINUS_ZERO_BITS) {
      putWhole((long) value);
    } else {
      put(Double.toString(value));
    }
  }

  /** The next cell of the row stays empty. */
  void emptyCell() {
    reserve();
    put(',');
  }

  /** Ends the row. */
  void end() {
    put('\n');
    long now = nanoTime.getAsLong();
    boolean slow = now - lastRow >= SLOW_ROW_NANOS;
    lastRow = now;
    if (slow || now - lastFlush >= FLUSH_NANOS || size >= FULL_BYTES) {
      flush();
      lastFlush = now;
    }
  }

  /** Hands the rows to the operating system. */
  void flush() {
    if (broken) {
      throw new UncheckedIOException(
          "cannot write " + file, new IOException("an earlier write failed"));
    }
    try {
      out.write(buffer, 0, size);
      checksum.update(buffer, 0, size);
      bytes += size;
      size = 0;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Writes all rows through to the disk; where the file ends then. */
  TableMark sync() {
    flush();
    try {
      out.sync();
    } catch (IOException e) {
      throw broken(e);
    }
    return new TableMark(bytes, checksum.getValue(), lastStep);
  }

  /** Half a row may be in the file: another row would be glued to it. */
  private UncheckedIOException broken(IOException failure) {
    broken = true;
    try {
      out.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return new UncheckedIOException("cannot write " + file, failure);
  }

  /** Writes what is left through to the disk. */
  @Override
  public void close() {
    try (out) {
      if (!broken && !closed) {
        closed = true;
        TableMark unused = sync();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void reserve() {
    if (buffer.length - size < 2 * LONGEST_CELL) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  private void putWhole(long value) {
    if (value < 0) {
      put('-');
    }
    putDigits(Math.abs(value));
    put('.');
    put('0');
  }

  private void putDigits(long value) {
    int end = size + 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      end++;
    }
    long rest = value;
    for (int i = end - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  private void put(char ascii) {
    buffer[size++] = (byte) ascii;
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (buffer.length - size < bytes.length + LONGEST_CELL) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2 + bytes.length);
    }
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }
}

package org.dynlab.analysis.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dynlab.store.problem.UserError;

/**
 * The records of a CSV file (RFC 4180) as bytes, one at a time: cells between commas, semicolons or
 * tabs, whichever the first line has most of; quoted cells with any of them, quotes doubled, and
 * line breaks inside; lines that end with or without a carriage return; a byte order mark at the
 * beginning. Empty lines are passed over. One thread owns it.
 */
final class CsvScanner implements Closeable {
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int LONGEST_RECORD = 1 << 24;

  private final Path file;
  private final InputStream in;
  private byte[] buffer = new byte[CHUNK_BYTES];
  private int filled;
  private int start;
  private int at;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int cells;
  private boolean whole;
  private boolean ended;
  private long line = 1;
  private long nextLine = 1;
  private byte separator = ',';

  /** Opens a file that is there. */
  CsvScanner(Path file) {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    while (!ended && filled < CHUNK_BYTES) {
      fill();
    }
    start = FirstBytes.check(file, buffer, filled);
    separator = FirstBytes.separator(buffer, start, filled);
  }

  /** Moves to the next record; false at the end of the file. */
  boolean next() {
    while (record()) {
      if (cells > 1 || from[0] < to[0]) {
        return true;
      }
    }
    return false;
  }

  private boolean record() {
    while (!scan()) {
      if (ended) {
        return false;
      }
      fill();
    }
    return true;
  }

  /** Finds the cells of the record that begins at start; false if its end is not in the buffer. */
  private boolean scan() {
    line = nextLine;
    cells = 0;
    at = start;
    long lines = line;
    boolean open = at < filled;
    while (open) {
      int begin = at;
      if (buffer[begin] == '"') {
        int end = quoted();
        if (end < 0) {
          return false;
        }
        lines += lineFeeds(begin, end);
        cell(begin + 1, end);
      } else {
        plain();
        cell(begin, at);
      }
      if (at == filled) {
        return ended && finish(false, lines);
      }
      open = buffer[at++] == separator;
      if (open && at == filled) {
        cell(at, at);
        return ended && finish(false, lines);
      }
    }
    return cells > 0 && finish(true, lines + 1);
  }

  /** Moves to the end of a cell without quotes. */
  private void plain() {
    byte[] bytes = buffer;
    int between = separator;
    int end = filled;
    int i = at;
    while (i < end && bytes[i] != between && bytes[i] != '\n') {
      i++;
    }
    at = i;
  }

  /** Moves behind a quoted cell; the place of its last quote, negative if it is not there yet. */
  private int quoted() {
    int i = at + 1;
    while (true) {
      while (i < filled && buffer[i] != '"') {
        i++;
      }
      if (i + 1 < filled && buffer[i + 1] == '"') {
        i += 2;
      } else {
        break;
      }
    }
    if (i >= filled && ended) {
      throw new UserError(where(), "must close the quote of cell " + (cells + 1), "no quote", "");
    } else if (i >= filled || (i + 1 == filled && !ended)) {
      return -1;
    }
    at = i + 1;
    int end = at;
    plain();
    boolean returned = at == end + 1 && buffer[end] == '\r';
    if (at > end && !returned) {
      String got = new String(buffer, end, Math.min(at - end, 20), StandardCharsets.UTF_8);
      throw new UserError(
          where(), "must have nothing between a closing quote and the next cell", got, "");
    }
    return i;
  }

  private long lineFeeds(int begin, int end) {
    long count = 0;
    for (int i = begin; i < end; i++) {
      count += buffer[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private void cell(int begin, int end) {
    if (cells == from.length) {
      from = Arrays.copyOf(from, 2 * cells);
      to = Arrays.copyOf(to, 2 * cells);
    }
    from[cells] = begin;
    to[cells++] = end;
  }

  private boolean finish(boolean complete, long next) {
    int last = cells - 1;
    if (!isQuoted(last) && to[last] > from[last] && buffer[to[last] - 1] == '\r') {
      to[last]--;
    }
    whole = complete;
    nextLine = next;
    start = at;
    return true;
  }

  /** Moves the open record to the front and reads behind it. */
  private void fill() {
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= start;
    start = 0;
    if (filled == LONGEST_RECORD) {
      String rule = "must be a row of less than " + LONGEST_RECORD + " bytes";
      throw new UserError(where(), rule, "a longer one", "is a quote not closed?");
    } else if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(read, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The bytes in which the cells lie. */
  byte[] bytes() {
    return buffer;
  }

  /** Number of cells of the record. */
  int cells() {
    return cells;
  }

  /** First byte of a cell, without its quote. */
  int from(int cell) {
    return from[cell];
  }

  /** One past the last byte of a cell, without its quote. */
  int to(int cell) {
    return to[cell];
  }

  /** A cell as text. */
  String text(int cell) {
    String text = new String(buffer, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
    return isQuoted(cell) ? text.replace("\"\"", "\"") : text.strip();
  }

  private boolean isQuoted(int cell) {
    return from[cell] > 0 && buffer[from[cell] - 1] == '"';
  }

  /** What stands between the cells. */
  byte separator() {
    return separator;
  }

  /** False if the file ends without a line feed behind the record. */
  boolean isWhole() {
    return whole;
  }

  /** File and line, from 1, at which the record begins. */
  String where() {
    return file + ":" + line;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

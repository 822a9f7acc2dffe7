package org.dynlab.store.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.dynlab.store.problem.UserError;

/**
 * The lines of a file as bytes, one at a time; says of the last one whether its line feed is there.
 * A file that is not there has no lines.
 */
public final class Lines implements Closeable {
  private static final int CHUNK_BYTES = 1 << 18;

  /** A row of 80,000 numbers, or the names of as many columns. */
  private static final int LONGEST_LINE = 8 * CHUNK_BYTES;

  private final Path file;
  private final InputStream in;
  private byte[] buffer;
  private int filled;
  private int from;
  private int to = -1;
  private boolean whole;
  private long number;

  /** The lines of that file; none if it is not there. */
  public Lines(Path file) {
    this.file = file;
    this.in = open(file);
    this.buffer = new byte[(int) Math.min(CHUNK_BYTES, 1 + file.toFile().length())];
  }

  private static InputStream open(Path file) {
    TextFile.checkPlain(file, Long.MAX_VALUE);
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      return InputStream.nullInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Moves to the next line; false at the end of the file. */
  public boolean next() {
    // Behind a last line without a line feed there is nothing to step over.
    from = Math.min(to + 1, filled);
    int scanned = from;
    while (true) {
      for (int i = scanned; i < filled; i++) {
        if (buffer[i] == '\n') {
          return line(i, true);
        }
      }
      scanned = filled - from;
      if (!fill()) {
        return from < filled && line(filled, false);
      }
    }
  }

  private boolean line(int end, boolean complete) {
    to = end;
    whole = complete;
    number++;
    return true;
  }

  /** Moves the open line to the front and reads behind it; false at the end of the file. */
  private boolean fill() {
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    from = 0;
    if (filled == LONGEST_LINE) {
      String rule = "must be a line of less than " + LONGEST_LINE + " bytes";
      throw new UserError(file + ":" + (number + 1), rule, "a longer one", "");
    } else if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(read, 0);
      return read >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Where the line stands; not to be written to, and another line's after the next call. */
  public byte[] buffer() {
    return buffer;
  }

  /** First byte of the line in the buffer. */
  public int from() {
    return from;
  }

  /** One past the last byte of the line in the buffer, without the line feed. */
  public int to() {
    return to;
  }

  /** False if the file ends without the line feed of this line. */
  public boolean isWhole() {
    return whole;
  }

  /** The line without its line feed. */
  public String text() {
    return Decimal.text(buffer, from, to);
  }

  /** File and line number, from 1. */
  public String where() {
    return file + ":" + number;
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

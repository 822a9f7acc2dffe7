package org.dynlab.store.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.dynlab.store.text.Lines;

/**
 * How far a table was written: a writer that goes on from there finds these bytes or refuses.
 *
 * @param bytes length of the file
 * @param checksum CRC-32C of those bytes
 * @param step that of the last row, -1 if there is none
 */
public record TableMark(long bytes, long checksum, long step) {
  private static final int CHUNK_BYTES = 1 << 16;

  /** Whether the file begins with the bytes of the mark. */
  public boolean holdsFor(Path file) {
    CRC32C found = new CRC32C();
    return add(file, bytes, found) == bytes && found.getValue() == checksum;
  }

  /** Takes the first {@code count} bytes of the file into the sum; how many there were. */
  static long add(Path file, long count, CRC32C sum) {
    byte[] chunk = new byte[CHUNK_BYTES];
    long seen = 0;
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    try (InputStream in = Files.newInputStream(file)) {
      while (seen < count) {
        int read = in.read(chunk, 0, (int) Math.min(chunk.length, count - seen));
        if (read < 0) {
          return seen;
        }
        sum.update(chunk, 0, read);
        seen += read;
      }
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The end of the last whole row of a table that is not behind {@code step}. */
  public static TableMark before(Path file, long step) {
    long end = 0;
    long last = -1;
    try (Lines lines = new Lines(file)) {
      while (lines.next() && lines.isWhole()) {
        if (end > 0) {
          long at = stepOf(lines);
          if (at > step || at <= last) {
            break;
          }
          last = at;
        }
        end += lines.to() - lines.from() + 1L;
      }
    }
    CRC32C sum = new CRC32C();
    add(file, end, sum);
    return new TableMark(end, sum.getValue(), last);
  }

  /** The first cell; a line that has none counts as behind every step. */
  private static long stepOf(Lines lines) {
    long step = 0;
    int at = lines.from();
    for (; at < lines.to() && lines.buffer()[at] != ','; at++) {
      int digit = lines.buffer()[at] - '0';
      if (digit < 0 || digit > 9 || step > Long.MAX_VALUE / 100) {
        return Long.MAX_VALUE;
      }
      step = 10 * step + digit;
    }
    return at == lines.from() ? Long.MAX_VALUE : step;
  }
}

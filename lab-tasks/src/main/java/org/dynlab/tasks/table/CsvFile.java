package org.dynlab.tasks.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dynlab.store.problem.UserError;

/**
 * The lines of a CSV file (RFC 4180, with blanks around cells and empty lines ignored), one at a
 * time: UTF-8, a byte order mark allowed, cells in double quotes where they hold delimiters.
 * Memory: one line, of which there may be no more than {@link #LONGEST_LINE} characters.
 */
final class CsvFile implements Closeable {
  static final int LONGEST_LINE = 1 << 22;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final BoundedReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line;

  /**
   * Cells with the number of the line, from 1, that they end in.
   *
   * @param cells without the blanks around them
   */
  record Line(long number, List<String> cells) {
    /** Copies the list. */
    Line {
      cells = List.copyOf(cells);
    }
  }

  private CsvFile(Path file, Delimiter delimiter) throws IOException {
    this.file = file;
    this.text =
        new BoundedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()),
            LONGEST_LINE);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter.character())
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
    this.records = parser.iterator();
  }

  static CsvFile open(Path file, Delimiter delimiter) {
    if (!Files.isRegularFile(file)) {
      String got = Files.exists(file) ? "something that is no plain file" : "no such file";
      String hint = "a relative path starts from the folder of the experiment file";
      throw new UserError(file.toString(), "must be a CSV file", got, hint);
    }
    try {
      return new CsvFile(file, delimiter);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The next line that is not empty; nothing at the end of the file. */
  Optional<Line> next() {
    try {
      text.restart();
      if (!records.hasNext()) {
        return Optional.empty();
      }
      List<String> cells = List.of(records.next().values());
      boolean first = line == 0;
      line = parser.getCurrentLineNumber();
      return Optional.of(new Line(line, first ? withoutMark(cells) : cells));
    } catch (UncheckedIOException e) {
      throw broken(e.getCause());
    }
  }

  private static List<String> withoutMark(List<String> cells) {
    boolean marked = cells.get(0).startsWith(BYTE_ORDER_MARK);
    List<String> clean = new ArrayList<>(cells);
    clean.set(0, marked ? cells.get(0).substring(1).strip() : cells.get(0));
    return clean;
  }

  private UserError broken(IOException e) {
    String where = file + ": line " + (line + 1);
    if (e instanceof BoundedReader.TooLong) {
      String hint = "is a closing quote missing, or is this no text file?";
      return new UserError(
          where, "must have at most " + LONGEST_LINE + " characters", "more", hint);
    } else if (e instanceof CharacterCodingException) {
      String hint = "save it as UTF-8";
      return new UserError(
          file + ": after line " + line, "must be UTF-8 text", "other bytes", hint);
    } else if (e instanceof CSVException) {
      return new UserError(where, "must be CSV", e.getMessage(), "check the quotes");
    }
    return unreadable(file, e);
  }

  private static UserError unreadable(Path file, IOException e) {
    return new UserError(file.toString(), "must be readable", String.valueOf(e.getMessage()), "");
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}

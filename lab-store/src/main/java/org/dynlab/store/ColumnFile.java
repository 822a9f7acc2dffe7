package org.dynlab.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code columns.csv}: what the columns of the metric table mean (RFC 4180, line feeds). */
final class ColumnFile {
  private static final String[] HEADER = {"name", "unit", "meaning", "cadence"};
  private static final Pattern PLAIN_NAME = Pattern.compile("[^,\"\\s\\p{Cntrl}]+");

  private ColumnFile() {}

  /** Names go into headers unquoted and must tell columns apart. */
  static void check(List<Column> columns) {
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(RowWriter.STEP));
    for (Column column : columns) {
      String where = "column " + column.name();
      if (!PLAIN_NAME.matcher(column.name()).matches()) {
        problems.add(
            new Problem(where, "must be a name without comma, quote or blank", column.name()));
      }
      if (!seen.add(column.name())) {
        problems.add(new Problem(where, "must be there once", "a second one"));
      }
    }
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
  }

  static void write(Path file, List<Column> columns) {
    StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
    for (Column c : columns) {
      text.append(CSVFormat.DEFAULT.format(c.name(), c.unit(), c.meaning(), c.cadence()))
          .append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static List<Column> read(Path file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Column> columns = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(text, format)) {
      checkHeader(file, parser.getHeaderNames());
      for (CSVRecord record : parser) {
        columns.add(column(file, record));
      }
    } catch (NoSuchFileException e) {
      throw new UserError(file.toString(), "must be a file", "nothing", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return List.copyOf(columns);
  }

  private static void checkHeader(Path file, List<String> names) {
    if (!names.containsAll(List.of(HEADER))) {
      throw new UserError(
          file + ":1", "must have the columns " + String.join(",", HEADER), names.toString(), "");
    }
  }

  private static Column column(Path file, CSVRecord record) {
    if (!record.isConsistent()) {
      throw new UserError(
          file + ": column " + record.getRecordNumber(),
          "must have a cell for each of " + record.getParser().getHeaderNames(),
          record.size() + " cells",
          "");
    }
    return new Column(
        record.get("name"), record.get("unit"), record.get("meaning"), record.get("cadence"));
  }
}

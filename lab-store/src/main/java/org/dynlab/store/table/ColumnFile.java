package org.dynlab.store.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;
import org.dynlab.store.text.TextFile;

/** {@code columns.csv}: what the columns of the metric table mean (RFC 4180, line feeds). */
public final class ColumnFile {
  private static final String[] HEADER = {"name", "unit", "meaning", "cadence"};
  private static final Pattern PLAIN_NAME = Pattern.compile("[^,\"\\s\\p{Cntrl}]+");

  private ColumnFile() {}

  /** Names go into headers unquoted and must tell columns apart. */
  public static void check(List<Column> columns) {
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(RowWriter.STEP));
    for (Column column : columns) {
      problem("column " + column.name(), column.name(), seen).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
  }

  private static Optional<Problem> problem(String where, String name, Set<String> seen) {
    if (!PLAIN_NAME.matcher(name).matches()) {
      String rule = "must be a name without comma, quote or blank";
      return Optional.of(new Problem(where, rule, name));
    }
    return seen.add(name)
        ? Optional.empty()
        : Optional.of(new Problem(where, "must be there once", "a second one"));
  }

  /** Writes the file anew, whole or not at all. */
  public static void write(Path file, List<Column> columns) {
    StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
    for (Column c : columns) {
      text.append(CSVFormat.DEFAULT.format(c.name(), c.unit(), c.meaning(), c.cadence()))
          .append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Reads and checks them; a missing file is a user's error. */
  public static List<Column> read(Path file) {
    String text = TextFile.readLines(file);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(RowWriter.STEP));
    try (CSVParser parser = CSVParser.parse(text, format)) {
      checkHeader(file, parser.getHeaderNames());
      for (CSVRecord record : parser) {
        columns.add(column(file, record, seen));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserError(file.toString(), "must be CSV", String.valueOf(e.getMessage()), "");
    }
    return List.copyOf(columns);
  }

  private static void checkHeader(Path file, List<String> names) {
    if (!names.containsAll(List.of(HEADER))) {
      throw new UserError(
          file + ":1", "must have the columns " + String.join(",", HEADER), names.toString(), "");
    }
  }

  private static Column column(Path file, CSVRecord record, Set<String> seen) {
    String where = file + ": column " + record.getRecordNumber();
    if (!record.isConsistent()) {
      throw new UserError(
          where,
          "must have a cell for each of " + record.getParser().getHeaderNames(),
          record.size() + " cells",
          "");
    }
    problem(where, record.get("name"), seen)
        .ifPresent(
            problem -> {
              throw new UserError(List.of(problem));
            });
    return new Column(
        record.get("name"), record.get("unit"), record.get("meaning"), record.get("cadence"));
  }
}

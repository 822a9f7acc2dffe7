package org.dynlab.analysis.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dynlab.analysis.log.LogNumber.Kind;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * The first line of a log.
 *
 * @param names those of its columns, an empty one if a column has none; no names if the file is
 *     empty
 */
record LogHeader(Path file, List<String> names) {

  /** Reads it; what is no text file, or has no names in its first line, is a user's error. */
  static LogHeader read(Path file) {
    check(file);
    try (CsvScanner scanner = new CsvScanner(file)) {
      if (!scanner.next()) {
        return new LogHeader(file, List.of());
      }
      List<String> names = IntStream.range(0, scanner.cells()).mapToObj(scanner::text).toList();
      if (IntStream.range(0, scanner.cells()).allMatch(i -> isNumber(scanner, i))) {
        String rule = "must be a header that names the columns";
        throw new UserError(scanner.where(), rule, String.join(",", names), "");
      }
      Set<String> seen = new HashSet<>();
      for (String name : names) {
        if (!name.isEmpty() && !seen.add(name)) {
          throw new UserError(scanner.where(), "must not repeat a column", name, "");
        }
      }
      return new LogHeader(file, names);
    }
  }

  private static void check(Path file) {
    if (Files.isDirectory(file)) {
      String hint = "name its files: '" + file.resolve("*.csv") + "'";
      throw new UserError(file.toString(), "must be a file", "a folder", hint);
    } else if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      boolean there = Files.exists(file);
      String got = there ? "something that cannot be read" : "nothing of that name";
      throw new UserError(file.toString(), "must be a file", got, "");
    }
  }

  private static boolean isNumber(CsvScanner scanner, int cell) {
    LogNumber number = new LogNumber();
    return number.read(scanner.bytes(), scanner.from(cell), scanner.to(cell)) == Kind.NUMBER;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Its place in a row, negative if there is none of that name. */
  int place(String column) {
    return names.indexOf(column);
  }

  /** That a column is not there. */
  Problem missing(String column) {
    return new Problem(
        file + ":1",
        "must have the column " + column,
        String.join(",", names),
        NearestKey.of(column, names).map(near -> "did you mean " + near + "?").orElse(""));
  }
}

package org.dynlab.analysis.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * Which columns of the files are read as numbers.
 *
 * @param names theirs, in the order in which they were asked for or come in the files
 * @param asked whether they were asked for by name; text in them is then an error
 */
record LogColumns(List<String> names, boolean asked) {

  /** Of these files, which must have what the layout names. */
  static LogColumns of(CsvLogs.Layout layout, List<LogHeader> headers) {
    List<LogHeader> written = headers.stream().filter(header -> !header.isEmpty()).toList();
    List<String> needed =
        Stream.of(
                List.of(layout.step()),
                layout.run().stream().toList(),
                layout.arm(),
                layout.columns())
            .flatMap(List::stream)
            .toList();
    List<Problem> problems = new ArrayList<>();
    for (String column : needed) {
      problems.addAll(missing(column, written));
    }
    if (!problems.isEmpty()) {
      throw new UserError(problems);
    }
    if (!layout.columns().isEmpty()) {
      return new LogColumns(layout.columns(), true);
    }
    return new LogColumns(all(layout, written), false);
  }

  /** One problem per column: the first file that lacks it, and how many more do. */
  private static List<Problem> missing(String column, List<LogHeader> headers) {
    List<LogHeader> lacking = headers.stream().filter(h -> h.place(column) < 0).toList();
    Optional<Problem> first = lacking.stream().findFirst().map(header -> header.missing(column));
    if (lacking.size() > 1) {
      String others = lacking.size() - 1 + " more files lack it";
      first = first.map(p -> new Problem(p.where(), p.mustHold(), p.got(), both(p.hint(), others)));
    }
    return first.stream().toList();
  }

  private static String both(String hint, String more) {
    return hint.isEmpty() ? more : hint + " " + more;
  }

  private static List<String> all(CsvLogs.Layout layout, List<LogHeader> headers) {
    Set<String> others = new HashSet<>(layout.arm());
    others.add(layout.step());
    layout.run().ifPresent(others::add);
    Set<String> names = new LinkedHashSet<>();
    Set<String> common = null;
    for (LogHeader header : headers) {
      List<String> own =
          header.names().stream().filter(n -> !n.isEmpty() && !others.contains(n)).toList();
      names.addAll(own);
      common = Objects.requireNonNullElseGet(common, () -> new HashSet<>(own));
      common.retainAll(own);
      if (own.isEmpty()) {
        throw new UserError(
            header.file() + ":1",
            "must have a column to read",
            String.join(",", header.names()),
            "");
      } else if (common.isEmpty()) {
        throw new UserError(
            header.file() + ":1",
            "must share a column with the other logs",
            String.join(",", own),
            "logs of several experiments are read in several calls");
      }
    }
    return List.copyOf(names);
  }
}

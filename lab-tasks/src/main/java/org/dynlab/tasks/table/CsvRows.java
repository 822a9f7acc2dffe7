package org.dynlab.tasks.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * The rows of a table, as far as a task asks for them. Every cell that is asked for must have a
 * value, and every number must be one: decimal point, no units, finite.
 */
final class CsvRows {
  private static final int MOST_PROBLEMS = 20;
  private static final int MOST_NUMBERS = 20_000_000;
  private static final int SHOWN = 40;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?+(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?+\\d++)?+");

  private final String file;
  private final List<String> header;
  private final Roles roles;
  private final List<Problem> problems = new ArrayList<>();
  private final Doubles features = new Doubles();
  private final Doubles targets = new Doubles();
  private final List<String> labels = new ArrayList<>();
  private final BitSet train = new BitSet();
  private int rows;

  private CsvRows(String file, List<String> header, Roles roles) {
    this.file = file;
    this.header = header;
    this.roles = roles;
  }

  /** Reads the file to its end, or to the first so many problems. */
  static CsvRows read(Path path, CsvTable task) {
    try (CsvFile lines = CsvFile.open(path, task.delimiter())) {
      List<String> header =
          lines.next().map(CsvFile.Line::cells).orElseThrow(() -> empty(path.toString()));
      Roles roles = Roles.of(task, header, path + ": header");
      CsvRows rows = new CsvRows(path.toString(), header, roles);
      rows.readAll(lines);
      return rows;
    }
  }

  private static UserError empty(String file) {
    return new UserError(file, "must begin with the names of the columns", "an empty file", "");
  }

  private void readAll(CsvFile lines) {
    Checks checks = new Checks();
    Optional<CsvFile.Line> line = checks.within("", lines::next).flatMap(next -> next);
    while (line.isPresent() && problems.size() < MOST_PROBLEMS) {
      add(line.get());
      line = checks.within("", lines::next).flatMap(next -> next);
    }
    Checks all = new Checks();
    problems.forEach(all::add);
    boolean whole = line.isEmpty() || problems.isEmpty();
    all.that(whole, file, "must be right from here on too", "more lines that were not read");
    all.within("", () -> done(checks));
    all.that(rows > 0 || !all.passed(), file, "must have rows below its header", "none").done();
  }

  private static boolean done(Checks checks) {
    checks.done();
    return true;
  }

  private void add(CsvFile.Line line) {
    String where = file + ": line " + line.number();
    List<String> cells = line.cells();
    if (cells.size() != header.size()) {
      String rule = "must have " + header.size() + " cells like the header";
      problems.add(new Problem(where, rule, Integer.toString(cells.size())));
      return;
    }
    roles.features().forEach(column -> features.add(number(where, column, cells)));
    roles.targets().forEach(column -> targets.add(number(where, column, cells)));
    roles.label().ifPresent(column -> labels.add(text(where, column, cells)));
    roles.split().ifPresent(column -> train.set(rows, isTrain(where, column, cells)));
    rows++;
    if ((long) rows * (roles.features().size() + roles.targets().size()) > MOST_NUMBERS) {
      problems.add(new Problem(where, "must be within the first " + MOST_NUMBERS + " numbers", ""));
    }
  }

  private String text(String where, int column, List<String> cells) {
    String cell = cells.get(column);
    if (cell.isEmpty()) {
      problem(where, column, "must have a value", "an empty cell");
    }
    return cell;
  }

  private double number(String where, int column, List<String> cells) {
    String cell = text(where, column, cells);
    double value = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
    if (!cell.isEmpty() && !Double.isFinite(value)) {
      problem(where, column, "must be a finite number", quoted(cell));
    }
    return value;
  }

  private boolean isTrain(String where, int column, List<String> cells) {
    String cell = text(where, column, cells);
    if (!cell.isEmpty() && !cell.equals("train") && !cell.equals("eval")) {
      problem(where, column, "must be train or eval", quoted(cell));
    }
    return cell.equals("train");
  }

  private void problem(String where, int column, String rule, String got) {
    problems.add(new Problem(where + ": column " + header.get(column), rule, got));
  }

  private static String quoted(String cell) {
    return '"' + (cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "...") + '"';
  }

  /** Whether the text is a decimal number. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  int rows() {
    return rows;
  }

  Roles roles() {
    return roles;
  }

  String columnName(int column) {
    return header.get(column);
  }

  /** [n, number of features], row-major. */
  double[] features() {
    return features.toArray();
  }

  /** [n, number of targets], row-major. */
  double[] targets() {
    return targets.toArray();
  }

  /** One per row if there is a label column. */
  List<String> labels() {
    return List.copyOf(labels);
  }

  /** The rows whose split column says {@code train}. */
  BitSet train() {
    return (BitSet) train.clone();
  }
}

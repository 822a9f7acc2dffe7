package org.dynlab.analysis.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dynlab.analysis.curve.Shelf;
import org.dynlab.analysis.log.LogNumber.Kind;
import org.dynlab.analysis.log.LoggedFile.NotFinite;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/** Reads the rows of one log. */
final class LogReader {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+([eE][+-]?\\d+)?");
  private static final double LARGEST_STEP = 1L << 53;
  private static final int LONGEST_QUOTE = 40;

  private final LogHeader header;
  private final CsvLogs.Layout layout;
  private final LogColumns columns;
  private final int[] places;
  private final int stepPlace;
  private final int runPlace;
  private final LogNumber number = new LogNumber();
  private final double[] row;
  private final boolean[] measured;
  private final boolean[] isText;
  private final LogRuns runs;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, NotFinite> notFinite = new HashMap<>();
  private final LeftOutRows leftOut = new LeftOutRows();
  private CsvScanner scanner;

  private LogReader(LogHeader header, CsvLogs.Layout layout, LogColumns columns) {
    int count = columns.names().size();
    this.header = header;
    this.layout = layout;
    this.columns = columns;
    this.places = columns.names().stream().mapToInt(header::place).toArray();
    this.stepPlace = header.place(layout.step());
    this.runPlace = layout.run().map(header::place).orElse(-1);
    this.runs = new LogRuns(header, layout, count);
    this.row = new double[count];
    this.measured = new boolean[count];
    this.isText = new boolean[count];
    for (int i = 0; i < count; i++) {
      if (places[i] < 0) {
        runs.drop(i);
      }
    }
  }

  /** The rows of the file, its values put on the shelf. */
  static LoggedFile read(LogHeader header, CsvLogs.Layout layout, LogColumns columns, Shelf shelf) {
    if (header.isEmpty()) {
      Omission empty = new Omission(header.file().toString(), "the run", "the file is empty");
      List<LoggedRun> runs =
          layout.run().isPresent() ? List.of() : List.of(LoggedRun.empty(header.file()));
      return new LoggedFile(runs, Map.of(), Map.of(), List.of(empty));
    }
    LogReader reader = new LogReader(header, layout, columns);
    try (CsvScanner scanner = new CsvScanner(header.file())) {
      reader.scanner = scanner;
      scanner.next();
      while (scanner.next()) {
        reader.row();
      }
    }
    List<Omission> omissions = reader.leftOut.omissions(header.file());
    List<LoggedRun> runs = reader.runs.finished(columns.names(), shelf, omissions);
    return new LoggedFile(runs, reader.texts, reader.notFinite, omissions);
  }

  private void row() {
    if (isOfRightLength()) {
      Problem broken = cells();
      if (broken == null) {
        take();
      } else if (scanner.isWhole()) {
        throw new UserError(List.of(broken));
      } else {
        leftOut.add("is cut short: " + broken.mustHold() + ", got " + broken.got(), scanner);
      }
    }
  }

  private boolean isOfRightLength() {
    int wanted = header.names().size();
    if (scanner.cells() < wanted) {
      leftOut.add("has fewer cells than the header", scanner);
      return false;
    }
    for (int i = wanted; i < scanner.cells(); i++) {
      if (scanner.from(i) < scanner.to(i)) {
        boolean comma = scanner.separator() == ',';
        throw new UserError(
            scanner.where(),
            "must have " + wanted + " cells as the header has",
            Integer.toString(scanner.cells()),
            comma ? "numbers need a decimal point, text with commas needs quotes" : "");
      }
    }
    return true;
  }

  /** Reads the numbers of the row; what is wrong with it, or null. */
  private Problem cells() {
    byte[] bytes = scanner.bytes();
    for (int i = 0; i < places.length; i++) {
      measured[i] = false;
      if (places[i] >= 0 && !isText[i]) {
        Kind kind = number.read(bytes, scanner.from(places[i]), scanner.to(places[i]));
        measured[i] = kind == Kind.NUMBER;
        row[i] = number.value();
        if (kind == Kind.TEXT) {
          if (columns.asked() || !scanner.isWhole()) {
            return notNumber(columns.names().get(i), "must be a number", places[i]);
          }
          noteText(i);
        }
      }
    }
    return null;
  }

  private Problem notNumber(String column, String rule, int place) {
    String cell = quoted(place);
    return new Problem(scanner.where(), column + " " + rule, cell, hint(scanner.text(place)));
  }

  private static String hint(String cell) {
    return DECIMAL_COMMA.matcher(cell).matches() ? "write decimal points, not commas" : "";
  }

  private String quoted(int place) {
    String text = scanner.text(place).replaceAll("\\s+", " ");
    boolean isLong = text.length() > LONGEST_QUOTE;
    return '"' + (isLong ? text.substring(0, LONGEST_QUOTE) + "..." : text) + '"';
  }

  private void noteText(int column) {
    String cell = scanner.text(places[column]);
    String hint = hint(cell).isEmpty() ? "" : " (" + hint(cell) + ")";
    isText[column] = true;
    texts.put(
        columns.names().get(column),
        "holds text, first " + quoted(places[column]) + " in " + scanner.where() + hint);
    runs.drop(column);
  }

  private void take() {
    byte[] bytes = scanner.bytes();
    Kind kind = number.read(bytes, scanner.from(stepPlace), scanner.to(stepPlace));
    double step = number.value();
    if (kind == Kind.MISSING) {
      leftOut.add("has no step", scanner);
    } else if (kind == Kind.TEXT
        || !(step >= 0 && step <= LARGEST_STEP && step == Math.rint(step))) {
      Problem problem = notNumber(layout.step(), "must be a whole number from 0", stepPlace);
      if (scanner.isWhole()) {
        throw new UserError(List.of(problem));
      }
      leftOut.add("is cut short in its step", scanner);
    } else if (runPlace >= 0 && scanner.text(runPlace).isEmpty()) {
      leftOut.add("names no run", scanner);
    } else {
      take((long) step);
    }
  }

  private void take(long step) {
    RunRows rows = runs.rows(scanner);
    if (rows.beginsAgainAt(step)) {
      String hint =
          layout.run().isPresent()
              ? "are two runs of one name?"
              : "is there a column that tells runs apart?";
      String rule = layout.step() + " must not begin again";
      throw new UserError(scanner.where(), rule, Long.toString(step), hint);
    }
    for (int i = 0; i < row.length; i++) {
      if (measured[i] && !Double.isFinite(row[i])) {
        notFinite.merge(columns.names().get(i), new NotFinite(1, scanner.where()), NotFinite::plus);
      }
    }
    if (!scanner.isWhole()) {
      leftOut.noteOpen(scanner);
    }
    rows.add(step, row, measured);
  }
}

package org.dynlab.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dynlab.store.problem.VisibleText;

/**
 * Rows of cells under headings, columns two spaces apart. Numbers stand to the right; a column in
 * which every cell is {@code -} is left out. What a terminal would obey is spelled out.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final String NOTHING = "-";
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d.*|Infinity)");

  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  public TextTable row(String... cells) {
    rows.add(Stream.of(cells).map(VisibleText::of).toList());
    return this;
  }

  /** The lines, each ended. */
  public String text() {
    List<StringBuilder> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(new StringBuilder()));
    for (int column = 0; column < rows.get(0).size(); column++) {
      List<String> cells = column(column);
      if (!isEmpty(cells)) {
        append(cells, lines);
      }
    }
    return lines.stream()
        .map(line -> line.toString().stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private List<String> column(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static void append(List<String> cells, List<StringBuilder> lines) {
    int width = cells.stream().mapToInt(String::length).max().orElse(0);
    boolean numeric = cells.stream().skip(1).allMatch(TextTable::isNumeric);
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(width - cell.length());
      lines.get(i).append(lines.get(i).isEmpty() ? "" : GAP);
      lines.get(i).append(numeric ? padding + cell : cell + padding);
    }
  }

  private static boolean isEmpty(List<String> cells) {
    return cells.size() > 1 && cells.stream().skip(1).allMatch(NOTHING::equals);
  }

  private static boolean isNumeric(String cell) {
    return cell.equals(NOTHING) || NUMBER.matcher(cell).matches();
  }
}

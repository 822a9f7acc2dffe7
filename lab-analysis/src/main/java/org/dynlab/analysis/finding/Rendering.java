package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dynlab.analysis.finding.DataTable.Heading;
import org.dynlab.analysis.finding.DataTable.Kind;

/** A {@link DataTable} in the forms in which it leaves the lab. */
public final class Rendering {
  private static final String GAP = "  ";

  private Rendering() {}

  /** Columns for a terminal, numbers flush right, each line ended. */
  public static String text(DataTable table) {
    List<List<String>> lines = lines(table);
    int[] widths =
        IntStream.range(0, table.columns().size())
            .map(c -> lines.stream().mapToInt(line -> length(line.get(c))).max().orElse(0))
            .toArray();
    return lines.stream()
        .map(line -> line(line, widths, table.columns()) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(List<String> cells, int[] widths, List<Heading> columns) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String padding = " ".repeat(widths[c] - length(cells.get(c)));
      boolean left = columns.get(c).kind() == Kind.WORDS;
      line.append(c == 0 ? "" : GAP).append(left ? cells.get(c) + padding : padding + cells.get(c));
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static List<List<String>> lines(DataTable table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(Heading::name).toList());
    table.rows().forEach(row -> lines.add(row.stream().map(Cell::text).toList()));
    return lines;
  }

  /** A table of GitHub-flavoured Markdown with its caption above it. */
  public static String markdown(DataTable table) {
    StringBuilder text = new StringBuilder("**" + table.caption() + "**\n\n");
    List<List<String>> lines = lines(table);
    for (int i = 0; i < lines.size(); i++) {
      text.append(
          lines.get(i).stream()
              .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
              .collect(Collectors.joining(" | ", "| ", " |\n")));
      if (i == 0) {
        text.append(
            table.columns().stream()
                .map(column -> column.kind() == Kind.WORDS ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |\n")));
      }
    }
    return text.toString();
  }

  /**
   * CSV (RFC 4180) with a header, numbers in full, empty cells where there is none. An estimate has
   * three columns: {@code name, name.low, name.high}.
   */
  public static String csv(DataTable table) {
    StringBuilder text = new StringBuilder();
    text.append(
        table.columns().stream()
            .flatMap(column -> names(column).stream())
            .map(Rendering::quoted)
            .collect(Collectors.joining(",", "", "\n")));
    for (List<Cell> row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        List<String> full = row.get(c).full();
        cells.addAll(full);
        for (int missing = full.size(); missing < names(table.columns().get(c)).size(); missing++) {
          cells.add("");
        }
      }
      text.append(cells.stream().map(Rendering::quoted).collect(Collectors.joining(",", "", "\n")));
    }
    return text.toString();
  }

  private static List<String> names(Heading column) {
    String name = column.name();
    return column.kind() == Kind.ESTIMATE
        ? List.of(name, name + ".low", name + ".high")
        : List.of(name);
  }

  private static String quoted(String cell) {
    if (cell.equals(DataTable.NOTHING)) {
      return "";
    }
    return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}

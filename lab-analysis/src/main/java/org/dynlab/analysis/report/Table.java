package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An HTML table with a caption, a header row and the first column as row headers. Columns of
 * numbers are set flush right.
 */
final class Table {
  private final String caption;
  private final List<Heading> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** A column. */
  private record Heading(String text, boolean number) {}

  Table(String caption) {
    this.caption = caption;
    this.headings = new ArrayList<>();
  }

  /** Adds a column of words. */
  Table words(String heading) {
    headings.add(new Heading(heading, false));
    return this;
  }

  /** Adds a column of numbers. */
  Table numbers(String heading) {
    headings.add(new Heading(heading, true));
    return this;
  }

  /** Adds a row of plain texts, one per column. */
  void row(List<String> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells in " + headings.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** The table, wrapped so that it scrolls sideways on its own where the page is narrow. */
  String html() {
    String head =
        headings.stream()
            .map(h -> "<th scope=\"col\"" + align(h) + ">" + Html.escape(h.text()) + "</th>")
            .collect(Collectors.joining());
    String body = rows.stream().map(this::rowHtml).collect(Collectors.joining("\n"));
    String label = Html.escape(caption);
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
        + label
        + "\"><table>\n<caption>"
        + label
        + "</caption>\n<thead><tr>"
        + head
        + "</tr></thead>\n<tbody>\n"
        + body
        + "\n</tbody></table></div>";
  }

  private String rowHtml(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cell(i, Html.escape(cells.get(i))))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private String cell(int column, String escaped) {
    String align = align(headings.get(column));
    return column == 0
        ? "<th scope=\"row\"" + align + "><span>" + escaped + "</span></th>"
        : "<td" + align + ">" + escaped + "</td>";
  }

  private static String align(Heading heading) {
    return heading.number() ? " class=\"number\"" : "";
  }
}

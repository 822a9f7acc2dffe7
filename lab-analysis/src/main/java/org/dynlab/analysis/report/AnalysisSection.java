package org.dynlab.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.analysis.finding.Cell;
import org.dynlab.analysis.finding.DataTable;
import org.dynlab.analysis.finding.DataTable.Heading;
import org.dynlab.analysis.finding.DataTable.Kind;
import org.dynlab.analysis.finding.Finding;

/** The section with what the analyses found, an article each. */
final class AnalysisSection {
  private static final int LONG = 15;

  private AnalysisSection() {}

  /** The section; empty without findings. */
  static String html(Analysis analysis) {
    if (analysis.findings().isEmpty()) {
      return "";
    }
    String articles =
        analysis.findings().stream()
            .map(finding -> article(analysis, finding))
            .collect(Collectors.joining("\n"));
    return new Template(Template.resource("analyses.html")).fill(Map.of("articles", articles));
  }

  private static String article(Analysis analysis, Finding finding) {
    return "<article id=\""
        + Html.escape(finding.id())
        + "\">\n<h3>"
        + Html.escape(finding.title())
        + "</h3>\n<p class=\"reading\">"
        + Html.escape(finding.reading())
        + "</p>\n"
        + analysis.studyOf(finding).map(s -> StudySection.html(s, finding.id())).orElse("")
        + StairsSection.html(analysis.stairsOf(finding), analysis.staircases().size())
        + finding.tables().stream().map(AnalysisSection::table).collect(Collectors.joining("\n"))
        + notes(finding.notes())
        + "</article>";
  }

  private static String notes(List<String> notes) {
    return notes.isEmpty()
        ? ""
        : notes.stream()
            .map(note -> "<li>" + Html.escape(note) + "</li>")
            .collect(Collectors.joining("\n", "\n<ul class=\"notes\">\n", "\n</ul>\n"));
  }

  private static String table(DataTable data) {
    Table table = new Table(data.caption());
    for (Heading column : data.columns()) {
      if (column.kind() == Kind.WORDS) {
        table.words(column.name());
      } else {
        table.numbers(column.name());
      }
    }
    data.rows().forEach(row -> table.row(row.stream().map(Cell::text).toList()));
    int rows = data.rows().size();
    return rows <= LONG
        ? table.html()
        : "<details><summary>"
            + Html.escape(data.caption())
            + ": "
            + rows
            + " rows</summary>\n"
            + table.html()
            + "</details>";
  }
}

package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.figure.plot.Dot;
import org.dynlab.analysis.figure.plot.DotSet;
import org.dynlab.analysis.figure.plot.Plot;

/** The plots of the page: room for the chart, how to read it, and its numbers. */
final class PlotSections {
  private static final Template PANEL = new Template(Template.resource("panel.html"));

  private PlotSections() {}

  /** The section with all of them; empty if there are none. */
  static String html(List<Plot> plots) {
    if (plots.isEmpty()) {
      return "";
    }
    String all = plots.stream().map(PlotSections::html).collect(Collectors.joining("\n"));
    return new Template(Template.resource("plots.html")).fill(Map.of("plots", all));
  }

  private static String html(Plot plot) {
    return PANEL.fill(
        Map.of(
            "id", Html.escape(plot.id()),
            "title", Html.escape(plot.title()),
            "reading", Html.escape(plot.reading()),
            "over", Html.escape(plot.xTitle()),
            "columns", "",
            "numbers", numbers(plot)));
  }

  private static String numbers(Plot plot) {
    Table table = new Table(plot.title() + ": " + plot.yTitle()).numbers(plot.xTitle());
    plot.sets().forEach(set -> table.numbers(set.look().label()));
    List<Double> levels =
        plot.sets().stream()
            .flatMap(set -> set.dots().stream())
            .map(Dot::x)
            .distinct()
            .sorted()
            .toList();
    for (double level : levels) {
      List<String> cells = new ArrayList<>(List.of(Decimals.plain(level)));
      plot.sets().forEach(set -> cells.add(at(level, set)));
      table.row(cells);
    }
    return table.html();
  }

  private static String at(double level, DotSet set) {
    Optional<Dot> dot = set.dots().stream().filter(d -> d.x() == level).findFirst();
    return dot.map(Dot::text).orElse("–");
  }
}

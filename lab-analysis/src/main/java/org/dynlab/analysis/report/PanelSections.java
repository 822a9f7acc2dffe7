package org.dynlab.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Decimals;
import org.dynlab.analysis.curve.MeanBand.Point;
import org.dynlab.analysis.figure.step.Channel;
import org.dynlab.analysis.figure.step.Line;
import org.dynlab.analysis.figure.step.Panel;
import org.dynlab.analysis.figure.step.Statistic;
import org.dynlab.store.table.Column;

/** The figures of the page: room for the chart, how to read it, and its means as numbers. */
final class PanelSections {
  private static final List<Integer> DIGITS = List.of(1, 2, 5);

  private final Sweep sweep;
  private final Template template = new Template(Template.resource("panel.html"));

  PanelSections(Sweep sweep) {
    this.sweep = sweep;
  }

  /**
   * One figure.
   *
   * @param lines of the panel, their means with all points
   */
  String html(Panel panel, List<Line> lines) {
    return template.fill(
        Map.of(
            "id", Html.escape(panel.id()),
            "title", Html.escape(panel.title()),
            "reading", Html.escape(panel.reading()),
            "over", "steps",
            "columns", columns(panel),
            "numbers", numbers(panel, lines)));
  }

  private String columns(Panel panel) {
    return panel.channels().stream()
        .map(this::column)
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  private String column(Channel channel) {
    Optional<Column> column =
        sweep.columns().stream().filter(c -> c.name().equals(channel.column())).findFirst();
    String meaning =
        column
            .map(c -> ": " + c.meaning() + (c.cadence().isEmpty() ? "" : " (" + c.cadence() + ")"))
            .orElse("");
    return "<li><code>" + Html.escape(channel.column()) + "</code>" + Html.escape(meaning);
  }

  /** Means at the last step at or before 1, 2, 5, 10, … and at the end. */
  private static String numbers(Panel panel, List<Line> all) {
    List<Line> lines = all.stream().filter(line -> !line.band().points().isEmpty()).toList();
    if (lines.isEmpty()) {
      return "<p>No run that counts was measured.</p>";
    }
    String what =
        panel.statistic() instanceof Statistic.Arrivals
            ? ": share [95 % interval], n being the seeds still waiting at the last stair"
            : ": " + panel.statistic().words() + " [95 % band] over n runs";
    Table table = new Table(panel.title() + what).numbers("step");
    lines.forEach(line -> table.numbers(line.look().label()));
    for (long step : steps(lines)) {
      List<String> cells = new ArrayList<>(List.of(Long.toString(step)));
      lines.forEach(line -> cells.add(at(step, line)));
      table.row(cells);
    }
    return table.html();
  }

  private static Set<Long> steps(List<Line> lines) {
    long last = stepUpTo(Long.MAX_VALUE, lines).getAsLong();
    TreeSet<Long> steps = new TreeSet<>(List.of(last));
    for (long power = 1; power <= last; power *= 10) {
      for (int digit : DIGITS) {
        stepUpTo(digit * power, lines).ifPresent(steps::add);
      }
    }
    return steps;
  }

  private static OptionalLong stepUpTo(long step, List<Line> lines) {
    return lines.stream().flatMapToLong(line -> line.stepUpTo(step).stream()).max();
  }

  private static String at(long step, Line line) {
    return line.at(step).map(PanelSections::text).orElse("–");
  }

  private static String text(Point point) {
    String band =
        Double.isNaN(point.low())
            ? ""
            : " [" + Decimals.plain(point.low()) + ", " + Decimals.plain(point.high()) + "]";
    return String.format(Locale.ROOT, "%s%s n=%d", Decimals.plain(point.mean()), band, point.n());
  }
}

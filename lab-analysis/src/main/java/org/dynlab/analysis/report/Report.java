package org.dynlab.analysis.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.InParallel;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.claim.Verdict;
import org.dynlab.analysis.figure.plot.Plot;
import org.dynlab.analysis.figure.plot.Plots;
import org.dynlab.analysis.figure.step.Line;
import org.dynlab.analysis.figure.step.Panel;
import org.dynlab.analysis.figure.step.Panels;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.disk.Disk;

/**
 * Writes a sweep as one HTML page with interactive charts and tables. The page holds everything it
 * needs (Apache ECharts included), forbids itself any network access, and stays below 5 MB.
 */
public final class Report {
  private static final String ANALYSES = "<a href=\"#analyses\">Analyses</a>\n";
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private Report() {}

  /** A figure of the page, and what its script draws: both of one reading of the curves. */
  private record PanelPart(String html, ObjectNode data) {
    private static final int ALL_POINTS = Integer.MAX_VALUE;

    static PanelPart of(Panel panel, Sweep sweep, PanelSections sections, ChartData data) {
      List<Line> lines = Line.of(panel, sweep, ALL_POINTS, data.mostPoints());
      List<Line> drawn = lines.stream().map(line -> line.thinned(data.mostPoints())).toList();
      return new PanelPart(sections.html(panel, lines), data.panel(panel, drawn));
    }
  }

  /**
   * Writes {@code report.html} into the folder, which is made if it is missing.
   *
   * @param analysis what was found beyond the curves, {@link Analysis#NONE} if nothing was looked
   *     for
   * @param verdicts on the experiment's claims, may be empty
   * @return the file
   */
  public static Path write(Sweep sweep, Analysis analysis, List<Verdict> verdicts, Path folder) {
    Path file = folder.resolve("report.html");
    try {
      Disk.current().makeFolders(folder);
      AtomicFile.write(file, html(sweep, analysis, verdicts).getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  private static String html(Sweep sweep, Analysis analysis, List<Verdict> verdicts) {
    List<Panel> panels = Panels.of(sweep);
    List<Plot> plots = Plots.of(sweep);
    ChartData data = new ChartData(sweep, panels, plots);
    PanelSections sections = new PanelSections(sweep);
    List<PanelPart> drawn = InParallel.map(panels, p -> PanelPart.of(p, sweep, sections, data));
    Map<String, String> parts = new HashMap<>();
    parts.put("experiment", Html.escape(sweep.experiment()));
    parts.put("summary", Html.escape(summary(sweep)));
    parts.put("verdicts", Verdicts.table(verdicts));
    parts.put("caveats", CaveatBox.html(sweep.caveats()));
    parts.put("comparison", ComparisonSection.html(sweep));
    parts.put("analyses", AnalysisSection.html(analysis));
    parts.put("analyseslink", analysis.findings().isEmpty() ? "" : ANALYSES);
    parts.put("panels", drawn.stream().map(PanelPart::html).collect(Collectors.joining("\n")));
    parts.put("plots", PlotSections.html(plots));
    parts.put("plotlink", plots.isEmpty() ? "" : "<a href=\"#settings\">Settings</a>\n");
    parts.put("shown", shown(sweep, data));
    parts.put("runs", RunTables.runs(sweep));
    parts.put("costs", RunTables.costs(sweep));
    parts.put("provenance", RunTables.provenance(sweep));
    parts.put("exclusions", RunTables.exclusions(sweep.exclusions()));
    parts.put("data", data.json(drawn.stream().map(PanelPart::data).toList()));
    parts.put("style", Template.resource("report.css"));
    parts.put("statesstyle", Template.resource("states.css"));
    parts.put("base", Template.resource("base.js"));
    parts.put("panelscript", Template.resource("panels.js"));
    parts.put("plotscript", Template.resource("plots.js"));
    parts.put("statesscript", Template.resource("states.js"));
    parts.put("echarts", Template.resource(ECHARTS).replace("</script", "<\\/script"));
    return new Template(Template.resource("report.html")).fill(parts);
  }

  private static String summary(Sweep sweep) {
    int runs = sweep.runs().size();
    int arms = sweep.arms().size();
    long counted = sweep.arms().stream().mapToLong(arm -> arm.counted().size()).sum();
    return count(runs, "run")
        + " in "
        + count(arms, "arm")
        + ", "
        + counted
        + " counted in means and verdicts; not completed: "
        + sweep.exclusions().text();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String shown(Sweep sweep, ChartData data) {
    int all = sweep.runs().size();
    return data.runsShown() >= all
        ? ""
        : "Thin lines are drawn for the first "
            + data.runsShown()
            + " of "
            + all
            + " runs; means, bands and tables cover all of them.";
  }
}

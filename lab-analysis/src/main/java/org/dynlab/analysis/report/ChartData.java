package org.dynlab.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.comparison.Milestone;
import org.dynlab.analysis.curve.Censored;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand.Point;
import org.dynlab.analysis.figure.draw.Scale;
import org.dynlab.analysis.figure.plot.Plot;
import org.dynlab.analysis.figure.step.Line;
import org.dynlab.analysis.figure.step.Panel;
import org.dynlab.analysis.figure.step.Statistic;
import org.dynlab.store.claim.Threshold;

/**
 * What the page's scripts draw, as JSON. The number of points per curve shrinks with the number of
 * curves, so that the page stays below 5 MB.
 */
final class ChartData {
  private static final int MOST_POINTS = 1500;
  private static final int FEWEST_POINTS = 60;
  private static final int POINTS_IN_ALL = 130_000;
  private static final int MOST_CURVES = 1500;
  private static final List<Threshold> MARKED =
      List.of(Milestone.MEMORISED, Milestone.UNDERSTOOD, Milestone.GENERALISED);

  private final Sweep sweep;
  private final List<Plot> plots;
  private final int mostPoints;
  private final int runsShown;

  ChartData(Sweep sweep, List<Panel> panels, List<Plot> plots) {
    this.sweep = sweep;
    this.plots = plots;
    int perRun =
        Math.max(
            1,
            panels.stream()
                .filter(panel -> panel.statistic() instanceof Statistic.Mean)
                .mapToInt(panel -> panel.channels().size())
                .sum());
    this.runsShown = Math.min(sweep.runs().size(), Math.max(1, MOST_CURVES / perRun));
    int curves = Math.max(1, perRun * (runsShown + 3 * sweep.arms().size()));
    this.mostPoints = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, POINTS_IN_ALL / curves));
  }

  /** How many runs have curves of their own in the charts, counted from the first one. */
  int runsShown() {
    return runsShown;
  }

  /** How many points a curve has. */
  int mostPoints() {
    return mostPoints;
  }

  /**
   * The JSON, safe inside a script element.
   *
   * @param panels as {@link #panel} gives them
   */
  String json(List<ObjectNode> panels) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode arms = root.putArray("arms");
    sweep.arms().stream().map(Arm::label).forEach(arms::add);
    ArrayNode runs = root.putArray("runs");
    Map<Map<String, String>, Integer> places = places();
    sweep.runs().stream()
        .limit(runsShown)
        .forEach(run -> runs.add(run(run, places.get(run.arm()))));
    root.put("xTitle", Panel.X_TITLE);
    ArrayNode list = root.putArray("panels");
    list.addAll(panels);
    root.set("plots", PlotData.of(plots));
    return root.toString().replace("<", "\\u003c");
  }

  /** The number of every arm by its settings. */
  private Map<Map<String, String>, Integer> places() {
    Map<Map<String, String>, Integer> places = new HashMap<>();
    sweep.arms().forEach(arm -> places.put(arm.settings(), places.size()));
    return places;
  }

  private static ObjectNode run(Run run, int arm) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    return node.put("seed", run.seed())
        .put("name", run.name())
        .put("arm", arm)
        .put("state", run.state().words());
  }

  /**
   * What the page draws of a panel.
   *
   * @param drawn its lines, of {@link #mostPoints}
   */
  ObjectNode panel(Panel panel, List<Line> drawn) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", panel.id())
        .put("title", panel.title())
        .put("yTitle", panel.yTitle())
        .put("scale", panel.scale().name().toLowerCase(Locale.ROOT));
    node.put("shades", panel.shades(drawn.size()));
    ArrayNode lines = node.putArray("lines");
    drawn.forEach(line -> lines.add(line(line, panel)));
    ArrayNode marks = node.putArray("marks");
    if (panel.scale() == Scale.SHARE && sweep.arms().size() == 1) {
      MARKED.forEach(threshold -> mark(marks, threshold));
    }
    return node;
  }

  /**
   * Where the median run first gets there; nothing if it never does or was there from the start.
   */
  private void mark(ArrayNode marks, Threshold threshold) {
    Censored first = Milestones.firstSteps(threshold, sweep.arms().get(0));
    if (first.runs() > 0 && !first.medianIsNever() && first.median() >= Panel.FIRST_STEP) {
      marks.addObject().put("step", first.median()).put("label", Milestone.text(threshold));
    }
  }

  private ObjectNode line(Line line, Panel panel) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("label", line.look().label())
        .put("colour", line.look().colour())
        .put("dash", line.look().dash())
        .put("marker", line.look().marker())
        .put("stairs", line.stairs());
    ObjectNode mean = node.putObject("mean");
    List<Point> points =
        line.band().points().stream().filter(p -> panel.scale().shows(p.mean())).toList();
    JsonNumbers.add(
        mean.putArray("s"), points.stream().mapToDouble(p -> (double) p.step()).toArray());
    JsonNumbers.add(mean.putArray("m"), points.stream().mapToDouble(Point::mean).toArray());
    JsonNumbers.add(mean.putArray("lo"), points.stream().mapToDouble(Point::low).toArray());
    JsonNumbers.add(mean.putArray("hi"), points.stream().mapToDouble(Point::high).toArray());
    JsonNumbers.add(mean.putArray("n"), points.stream().mapToDouble(Point::n).toArray());
    ObjectNode strokes = node.putObject("strokes");
    List<Line.Stroke> all = line.strokes();
    JsonNumbers.add(
        strokes.putArray("s"), all.stream().mapToDouble(s -> (double) s.step()).toArray());
    JsonNumbers.add(strokes.putArray("v"), all.stream().mapToDouble(Line.Stroke::share).toArray());
    ArrayNode runs = node.putArray("runs");
    line.runs().stream().filter(r -> r.run() < runsShown).forEach(r -> runs.add(curve(r)));
    return node;
  }

  private static ObjectNode curve(Line.RunCurve run) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("run", run.run());
    Curve curve = run.curve();
    ArrayNode steps = node.putArray("s");
    ArrayNode values = node.putArray("v");
    for (int i = 0; i < curve.size(); i++) {
      steps.add(curve.step(i));
      JsonNumbers.add(values, curve.value(i));
    }
    return node;
  }
}

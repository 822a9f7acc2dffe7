package org.dynlab.analysis.figure.step;

import java.util.List;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.draw.Frame;
import org.dynlab.analysis.figure.draw.Sheet;
import org.knowm.xchart.XYChart;

/** One panel as a static chart; the curves are drawn by {@link CurveLayer}. */
public final class PanelChart {
  private static final int MOST_POINTS = 800;

  /** Of all runs together: many noisy thin lines take long to draw and hide each other anyway. */
  private static final int POINTS_IN_ALL = 8_000;

  private static final int FEWEST_POINTS = 40;

  private final Panel panel;
  private final Sweep sweep;
  private final List<Line> lines;

  /** The chart of a panel of that sweep. */
  public PanelChart(Panel panel, Sweep sweep) {
    this.panel = panel;
    this.sweep = sweep;
    int curves = Math.max(1, sweep.runs().size() * panel.channels().size());
    int ofRun = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, POINTS_IN_ALL / curves));
    this.lines = Line.of(panel, sweep, MOST_POINTS, ofRun);
  }

  /** Draws it. */
  public XYChart draw() {
    Frame frame = StepFrame.of(panel.scale(), lines);
    return new Sheet(title(), Panel.X_TITLE, panel.yTitle())
        .with(
            frame,
            lines.stream().map(Line::look).toList(),
            new CurveLayer(lines, frame, panel.shades(lines.size())));
  }

  private String title() {
    int runs = sweep.arms().stream().mapToInt(arm -> arm.counted().size()).sum();
    String statistics =
        runs < 2 || panel.statistic() instanceof Statistic.Arrivals ? "" : ", " + mean();
    String count = runs == 1 ? "1 run" : runs + " runs";
    return panel.title() + " — " + sweep.experiment() + " (" + count + statistics + ")";
  }

  private String mean() {
    boolean band = lines.stream().map(Line::band).anyMatch(MeanBand::hasBand);
    return panel.statistic().words() + (band ? " with 95 % band" : "");
  }
}

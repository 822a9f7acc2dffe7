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

  private final Panel panel;
  private final Sweep sweep;
  private final List<Line> lines;

  /** The chart of a panel of that sweep. */
  public PanelChart(Panel panel, Sweep sweep) {
    this.panel = panel;
    this.sweep = sweep;
    this.lines = Line.of(panel, sweep, MOST_POINTS);
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
    String statistics = runs < 2 || panel.passage().isPresent() ? "" : ", " + mean();
    String count = runs == 1 ? "1 run" : runs + " runs";
    return panel.title() + " — " + sweep.experiment() + " (" + count + statistics + ")";
  }

  private String mean() {
    boolean band = lines.stream().map(Line::band).anyMatch(MeanBand::hasBand);
    return band ? "mean with 95 % band" : "mean";
  }
}

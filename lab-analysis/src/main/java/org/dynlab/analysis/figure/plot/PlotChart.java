package org.dynlab.analysis.figure.plot;

import org.dynlab.analysis.figure.draw.Frame;
import org.dynlab.analysis.figure.draw.Sheet;
import org.knowm.xchart.XYChart;

/** One plot as a static chart; the dots are drawn by {@link DotLayer}. */
public final class PlotChart {
  private PlotChart() {}

  /**
   * Draws it.
   *
   * @param experiment what the title names beside the plot
   */
  public static XYChart draw(Plot plot, String experiment) {
    Frame frame = plot.frame();
    return new Sheet(plot.title() + " — " + experiment, plot.xTitle(), plot.yTitle())
        .with(
            frame,
            plot.sets().stream().map(DotSet::look).toList(),
            new DotLayer(plot.sets(), frame));
  }
}

package org.dynlab.analysis.figure.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.dynlab.analysis.figure.draw.Frame;
import org.dynlab.analysis.figure.draw.Markers;
import org.dynlab.analysis.figure.draw.Palette;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Draws the dots of a plot over the sheet's axes: joins, intervals, markers. */
final class DotLayer extends Annotation {
  private static final float JOIN = 2f;
  private static final float BAR = 1.2f;
  private static final double CAP = 4;

  private final List<DotSet> sets;
  private final Frame frame;

  DotLayer(List<DotSet> sets, Frame frame) {
    super(false);
    this.sets = sets;
    this.frame = frame;
  }

  @Override
  public void paint(Graphics2D graphics) {
    for (DotSet set : sets) {
      graphics.setColor(Palette.veiled(set.look(), 0.75));
      graphics.setStroke(new BasicStroke(BAR));
      set.dots().forEach(dot -> interval(graphics, dot));
      graphics.setColor(Palette.colour(set.look()));
      graphics.setStroke(Palette.stroke(set.look(), JOIN));
      join(graphics, set);
      for (Dot dot : set.dots()) {
        Markers.of(set.look()).paint(graphics, x(dot.x()), y(dot.y()), Markers.SIZE);
      }
    }
  }

  private void interval(Graphics2D graphics, Dot dot) {
    if (Double.isNaN(dot.low()) || Double.isNaN(dot.high())) {
      return;
    }
    double x = x(dot.x());
    graphics.draw(new Line2D.Double(x, y(dot.low()), x, y(dot.high())));
    for (double end : new double[] {dot.low(), dot.high()}) {
      graphics.draw(new Line2D.Double(x - CAP, y(end), x + CAP, y(end)));
    }
  }

  private void join(Graphics2D graphics, DotSet set) {
    Path2D path = new Path2D.Double();
    for (Dot dot : set.dots()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(x(dot.x()), y(dot.y()));
      } else {
        path.lineTo(x(dot.x()), y(dot.y()));
      }
    }
    graphics.draw(path);
  }

  private double x(double value) {
    double from = getXAxisScreenValue(frame.across().low());
    double to = getXAxisScreenValue(frame.across().high());
    return from + frame.across().position(value) * (to - from);
  }

  private double y(double value) {
    double from = getYAxisScreenValue(frame.up().low());
    double to = getYAxisScreenValue(frame.up().high());
    return from + frame.up().position(value) * (to - from);
  }
}

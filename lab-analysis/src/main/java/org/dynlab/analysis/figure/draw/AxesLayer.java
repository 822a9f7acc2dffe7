package org.dynlab.analysis.figure.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.dynlab.analysis.figure.draw.Ticks.Tick;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Draws grid, ticks and tick labels where XChart's own are kept invisible: on a logarithmic axis
 * they overlap and switch to {@code 2E3}.
 */
final class AxesLayer extends Annotation {
  private static final int MAJOR = 6;
  private static final int MINOR = 3;
  private static final int GAP = 4;

  private final Frame frame;
  private final Font font;

  AxesLayer(Frame frame, Font font) {
    super(false);
    this.frame = frame;
    this.font = font;
  }

  @Override
  public void paint(Graphics2D graphics) {
    double left = getXAxisScreenValue(frame.across().low());
    double right = getXAxisScreenValue(frame.across().high());
    double bottom = getYAxisScreenValue(frame.up().low());
    double top = getYAxisScreenValue(frame.up().high());
    graphics.setFont(font);
    for (Tick tick : frame.across().ticks()) {
      double x = left + frame.across().position(tick.value()) * (right - left);
      rule(graphics, tick, new Line2D.Double(x, bottom, x, top));
      mark(graphics, tick, new Line2D.Double(x, bottom, x, bottom + length(tick)));
      label(graphics, tick, x, bottom + MAJOR + GAP, -0.5, 1);
    }
    for (Tick tick : frame.up().ticks()) {
      double y = bottom + frame.up().position(tick.value()) * (top - bottom);
      rule(graphics, tick, new Line2D.Double(left, y, right, y));
      mark(graphics, tick, new Line2D.Double(left - length(tick), y, left, y));
      label(graphics, tick, left - MAJOR - GAP, y, -1, 0.5);
    }
    mark(graphics, new Tick(0, "axis"), new Line2D.Double(left, bottom, right, bottom));
    mark(graphics, new Tick(0, "axis"), new Line2D.Double(left, bottom, left, top));
  }

  private static int length(Tick tick) {
    return tick.major() ? MAJOR : MINOR;
  }

  private static void rule(Graphics2D graphics, Tick tick, Line2D line) {
    if (tick.major()) {
      graphics.setStroke(new BasicStroke(0.8f));
      graphics.setColor(Palette.GRID);
      graphics.draw(line);
    }
  }

  private static void mark(Graphics2D graphics, Tick tick, Line2D line) {
    graphics.setStroke(new BasicStroke(tick.major() ? 1f : 0.7f));
    graphics.setColor(Palette.FAINT);
    graphics.draw(line);
  }

  /** Puts the text at (x, y), moved right by {@code across} of its width, down by its height. */
  private void label(
      Graphics2D graphics, Tick tick, double x, double y, double across, double down) {
    Rectangle2D box =
        font.createGlyphVector(graphics.getFontRenderContext(), "0" + tick.label())
            .getVisualBounds();
    double width = font.getStringBounds(tick.label(), graphics.getFontRenderContext()).getWidth();
    graphics.setColor(Palette.FAINT);
    graphics.drawString(
        tick.label(), (float) (x + across * width), (float) (y + down * box.getHeight()));
  }
}

package org.dynlab.analysis.figure.step;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.List;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.curve.MeanBand.Point;
import org.dynlab.analysis.figure.draw.Frame;
import org.dynlab.analysis.figure.draw.LineLook;
import org.dynlab.analysis.figure.draw.Markers;
import org.dynlab.analysis.figure.draw.Palette;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Draws the lines of a panel over XChart's axes: bands at the back, runs as thin lines, means in
 * front. Every curve is one path, because XChart draws a curve segment by segment, which restarts
 * the dash pattern at every point and makes SVG files ten times as large.
 */
final class CurveLayer extends Annotation {
  private static final float THIN = 0.8f;
  private static final float BOLD = 2.4f;
  private static final float HALO = 4.6f;
  private static final double BAND_OPACITY = 0.17;
  private static final double RUN_OPACITY = 0.45;

  /**
   * Thin lines that are longer than so many widths of the picture have no dashes: in noise nobody
   * sees them, and drawing hundreds of them for every turn takes most of the time.
   */
  private static final double DASHED_WIDTHS = 3;

  private static final int MARKERS = 7;
  private static final double STROKE = 6;

  private final List<Line> lines;
  private final Frame frame;
  private final boolean shades;

  CurveLayer(List<Line> lines, Frame frame, boolean shades) {
    super(false);
    this.shades = shades;
    this.lines = lines;
    this.frame = frame;
  }

  @Override
  public void paint(Graphics2D graphics) {
    if (shades) {
      lines.forEach(line -> paintBand(graphics, line));
    }
    lines.forEach(line -> paintRuns(graphics, line));
    for (int i = lines.size() - 1; i >= 0; i--) {
      paintMean(graphics, lines.get(i));
    }
    lines.forEach(line -> paintMarkers(graphics, line));
    lines.forEach(line -> paintStrokes(graphics, line));
  }

  private void paintBand(Graphics2D graphics, Line line) {
    List<Point> points =
        line.band().points().stream().filter(point -> Double.isFinite(point.low())).toList();
    if (points.size() < 2) {
      return;
    }
    Path2D outline = new Path2D.Double();
    for (Point point : points) {
      extend(outline, point.step(), point.high());
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      extend(outline, points.get(i).step(), points.get(i).low());
    }
    outline.closePath();
    graphics.setColor(Palette.veiled(line.look(), BAND_OPACITY));
    graphics.fill(outline);
  }

  private void paintRuns(Graphics2D graphics, Line line) {
    graphics.setColor(Palette.veiled(line.look(), RUN_OPACITY));
    for (Line.RunCurve run : line.runs()) {
      Curve curve = run.curve();
      Path2D path = new Path2D.Double();
      double length = 0;
      for (int i = 0; i < curve.size(); i++) {
        Point2D before = path.getCurrentPoint();
        extend(path, curve.step(i), curve.value(i));
        length += before == null ? 0 : before.distance(path.getCurrentPoint());
      }
      boolean restless = length > DASHED_WIDTHS * width();
      graphics.setStroke(restless ? Palette.stroke(THIN) : Palette.stroke(line.look(), THIN));
      if (restless && !(graphics instanceof VectorGraphics2D)) {
        paintPieces(graphics, path);
      } else {
        graphics.draw(path);
      }
    }
  }

  /**
   * Segment by segment, which takes a quarter of the time where a path crosses every row of pixels
   * hundreds of times. In a file of vectors a single path is smaller.
   */
  private static void paintPieces(Graphics2D graphics, Path2D path) {
    double[] to = new double[6];
    Point2D from = null;
    for (PathIterator pieces = path.getPathIterator(null); !pieces.isDone(); pieces.next()) {
      pieces.currentSegment(to);
      Point2D here = new Point2D.Double(to[0], to[1]);
      if (from != null) {
        graphics.draw(new Line2D.Double(from, here));
      }
      from = here;
    }
  }

  private double width() {
    return getXAxisScreenValue(frame.across().high()) - getXAxisScreenValue(frame.across().low());
  }

  /** A white halo keeps crossing means apart. */
  private void paintMean(Graphics2D graphics, Line line) {
    List<Point> points = shown(line);
    if (points.isEmpty()) {
      return;
    }
    Path2D path = new Path2D.Double();
    points.forEach(point -> extend(path, point.step(), point.mean()));
    graphics.setStroke(new BasicStroke(HALO, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    graphics.setColor(new Color(1f, 1f, 1f, 0.6f));
    graphics.draw(path);
    graphics.setStroke(Palette.stroke(line.look(), BOLD));
    graphics.setColor(Palette.colour(line.look()));
    graphics.draw(path);
  }

  private List<Point> shown(Line line) {
    return line.band().points().stream().filter(p -> frame.up().scale().shows(p.mean())).toList();
  }

  /**
   * A few markers, evenly spaced on the logarithmic axis, on stairs in height, and shifted from arm
   * to arm; stairs that hardly rise have one at their end.
   */
  private void paintMarkers(Graphics2D graphics, Line line) {
    if (line.look().marker() == LineLook.NO_MARKER) {
      return;
    }
    graphics.setColor(Palette.colour(line.look()));
    double next = (0.3 + 0.4 * line.look().marker() % 1) / MARKERS;
    List<Point> points = shown(line);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double way = line.stairs() ? point.mean() : across(point.step());
      boolean flatEnd = line.stairs() && i == points.size() - 1 && way < 1;
      if (way >= next || flatEnd) {
        Markers.of(line.look()).paint(graphics, x(point.step()), y(point.mean()), Markers.SIZE);
        next += Math.ceil((way - next) * MARKERS + 1e-9) / MARKERS;
      }
    }
  }

  private void paintStrokes(Graphics2D graphics, Line line) {
    graphics.setColor(Palette.colour(line.look()));
    graphics.setStroke(new BasicStroke(1.6f));
    for (Line.Stroke stroke : line.strokes()) {
      double x = x(stroke.step());
      double y = y(stroke.share());
      graphics.draw(new Line2D.Double(x, y - STROKE, x, y + STROKE));
    }
  }

  private void extend(Path2D path, long step, double value) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x(step), y(value));
    } else {
      path.lineTo(x(step), y(value));
    }
  }

  private double across(long step) {
    return frame.across().position((double) step);
  }

  private double x(long step) {
    double from = getXAxisScreenValue(frame.across().low());
    double to = getXAxisScreenValue(frame.across().high());
    return from + across(step) * (to - from);
  }

  private double y(double value) {
    double from = getYAxisScreenValue(frame.up().low());
    double to = getYAxisScreenValue(frame.up().high());
    return from + frame.up().position(value) * (to - from);
  }
}

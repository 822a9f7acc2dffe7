package org.dynlab.tasks.images;

import java.util.List;
import org.dynlab.core.random.Stream;
import org.dynlab.tasks.images.Glyph.Point;
import org.dynlab.tasks.images.Glyph.Stroke;

/**
 * Draws one digit as a hand might: every control point moved a little, the whole thing turned,
 * slanted, stretched and shifted, with a pen and an ink of its own.
 *
 * <p>Standard deviations at {@code distortion} s: control points 4s of the box of 100; turn 0.12s
 * radians; slant 0.15s; logarithm of width and of height 0.1s; shift 0.7s pixels each way. The box
 * is 14 × 19 pixels in the middle of 28 × 28; the pen is 1.4 to 3.4 pixels wide. Angles go through
 * {@link StrictMath}, so that the bytes are the same on every machine.
 */
final class DigitPen {
  static final int SIZE = 28;

  private static final double WIDTH = 14;
  private static final double HEIGHT = 19;
  private static final int PIECES = 8;

  private final Stream stream;
  private final double distortion;
  private final Canvas canvas = new Canvas(SIZE);
  private final double halfWidth;
  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;
  private final double shiftX;
  private final double shiftY;

  private DigitPen(Stream stream, double distortion) {
    this.stream = stream;
    this.distortion = distortion;
    double turn = spread(0.12);
    double slant = spread(0.15);
    double width = WIDTH / 100 * StrictMath.exp(spread(0.1));
    double height = HEIGHT / 100 * StrictMath.exp(spread(0.1));
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    this.xx = cos * width;
    this.xy = (-cos * slant - sin) * height;
    this.yx = sin * width;
    this.yy = (-sin * slant + cos) * height;
    this.shiftX = SIZE / 2.0 + spread(0.7);
    this.shiftY = SIZE / 2.0 + spread(0.7);
    this.halfWidth = stream.uniform(0.7, 1.7);
  }

  private double spread(double deviation) {
    return distortion * deviation * stream.gaussian();
  }

  /**
   * Writes the pixels of one digit.
   *
   * @param noise standard deviation of the grey noise on every pixel, as a share of white
   * @param into receives 28 · 28 bytes, row after row
   * @param offset where they begin
   */
  static void draw(
      int digit, double distortion, double noise, Stream stream, byte[] into, int offset) {
    List<Glyph> styles = DigitStyles.of(digit);
    Glyph glyph = styles.get(stream.below(styles.size()));
    DigitPen pen = new DigitPen(stream, distortion);
    glyph.strokes().forEach(pen::draw);
    double strength = stream.uniform(0.75, 1);
    for (int i = 0; i < SIZE * SIZE; i++) {
      double grain = noise > 0 ? noise * stream.gaussian() : 0;
      into[offset + i] = Canvas.grey(strength * pen.canvas.ink(i) + grain);
    }
  }

  private void draw(Stroke stroke) {
    List<Point> points = stroke.points().stream().map(this::moved).toList();
    Point from = points.get(0);
    for (int k = 1; k < points.size(); k++) {
      for (int piece = 1; piece <= PIECES; piece++) {
        double t = (double) piece / PIECES;
        Point to = stroke.smooth() ? bent(points, k, t) : between(points, k, t);
        canvas.line(from.x(), from.y(), to.x(), to.y(), halfWidth);
        from = to;
      }
    }
  }

  private Point moved(Point point) {
    double x = point.x() - 50 + spread(4);
    double y = point.y() - 50 + spread(4);
    return new Point(shiftX + xx * x + xy * y, shiftY + yx * x + yy * y);
  }

  private static Point between(List<Point> points, int k, double t) {
    Point a = points.get(k - 1);
    Point b = points.get(k);
    return new Point(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
  }

  private static Point bent(List<Point> points, int k, double t) {
    Point before = points.get(Math.max(0, k - 2));
    Point a = points.get(k - 1);
    Point b = points.get(k);
    Point after = points.get(Math.min(points.size() - 1, k + 1));
    return new Point(
        spline(before.x(), a.x(), b.x(), after.x(), t),
        spline(before.y(), a.y(), b.y(), after.y(), t));
  }

  /** The Catmull-Rom cubic from a (t = 0) to b (t = 1). */
  private static double spline(double before, double a, double b, double after, double t) {
    double linear = b - before;
    double square = 2 * before - 5 * a + 4 * b - after;
    double cube = after - before + 3 * (a - b);
    return a + 0.5 * t * (linear + t * (square + t * cube));
  }
}

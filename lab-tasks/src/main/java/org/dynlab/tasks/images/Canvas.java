package org.dynlab.tasks.images;

/**
 * A square of grey pixels that lines are drawn on. A pixel's ink is min(1, max(0, r + ½ - d)),
 * where d is the distance of its centre from the line and r half the line's width, all in pixels:
 * the share of the pixel that a straight edge covers, to first order. Where lines cross, the darker
 * ink stands. Cost: a segment touches only the pixels around it.
 */
final class Canvas {
  private static final double WHITE = 255;
  private final int size;
  private final double[] ink;

  Canvas(int size) {
    this.size = size;
    this.ink = new double[size * size];
  }

  /** Draws the segment from (x0, y0) to (x1, y1); the centre of the first pixel is (½, ½). */
  void line(double x0, double y0, double x1, double y1, double halfWidth) {
    double reach = halfWidth + 1;
    int left = pixel(Math.min(x0, x1) - reach);
    int right = pixel(Math.max(x0, x1) + reach);
    int bottom = pixel(Math.max(y0, y1) + reach);
    for (int row = pixel(Math.min(y0, y1) - reach); row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double d = distance(column + 0.5, row + 0.5, x0, y0, x1, y1);
        double covered = Math.min(1, Math.max(0, halfWidth + 0.5 - d));
        ink[row * size + column] = Math.max(ink[row * size + column], covered);
      }
    }
  }

  private int pixel(double coordinate) {
    return Math.min(size - 1, Math.max(0, (int) Math.floor(coordinate)));
  }

  private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
    double t = Math.min(1, Math.max(0, along));
    double awayX = x - x0 - t * dx;
    double awayY = y - y0 - t * dy;
    return Math.sqrt(awayX * awayX + awayY * awayY);
  }

  /** Ink of pixel {@code i}, row after row, 0..1. */
  double ink(int i) {
    return ink[i];
  }

  /** The byte of an ink, 0..255; inks beyond 0..1 are cut off. */
  static byte grey(double ink) {
    return (byte) Math.floor(Math.min(1, Math.max(0, ink)) * WHITE + 0.5);
  }
}

package org.dynlab.tasks.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way of writing a digit: strokes through control points, in a box that is 100 wide and 100
 * high, y downwards. A stroke bends smoothly through its points (Catmull and Rom 1974,
 * doi:10.1016/B978-0-12-079050-0.50020-5, uniform knots, ends doubled) or runs straight between
 * them.
 */
record Glyph(List<Stroke> strokes) {

  /**
   * One movement of the pen.
   *
   * @param smooth whether it bends
   * @param points at least two
   */
  record Stroke(boolean smooth, List<Point> points) {}

  /** A point of the box. */
  record Point(double x, double y) {}

  /**
   * Reads strokes separated by {@code |}, each {@code ~} (smooth) or {@code -} (straight) and its
   * points, e.g. {@code - 30 22 52 4 52 96 | - 28 96 76 96}.
   */
  static Glyph of(String text) {
    List<Stroke> strokes = new ArrayList<>();
    for (String stroke : text.split("\\|", -1)) {
      List<String> words = Arrays.asList(stroke.strip().split(" +", -1));
      List<Point> points = new ArrayList<>();
      for (int i = 1; i < words.size(); i += 2) {
        points.add(
            new Point(Double.parseDouble(words.get(i)), Double.parseDouble(words.get(i + 1))));
      }
      strokes.add(new Stroke(words.get(0).equals("~"), List.copyOf(points)));
    }
    return new Glyph(List.copyOf(strokes));
  }
}

package org.dynlab.analysis.figure.map;

import java.awt.geom.Path2D;

/** Lines by which areas of states can be told apart without colour. */
public enum Hatch {
  /** No line. */
  NONE(""),
  /** Rising to the right. */
  RISING("M-1 1L1 -1M0 6L6 0M5 7L7 5"),
  /** Falling to the right. */
  FALLING("M-1 5L1 7M0 0L6 6M5 -1L7 1"),
  /** Lying. */
  LYING("M0 3H6"),
  /** Standing. */
  STANDING("M3 0V6"),
  /** Lying and standing. */
  GRID("M0 3H6M3 0V6");

  /** Side of the square that is repeated, in pixels. */
  public static final int TILE = 6;

  private final String tile;

  Hatch(String tile) {
    this.tile = tile;
  }

  /** Of a state; with its colour the same only for states that are 42 apart. */
  public static Hatch of(int state) {
    return values()[state % values().length];
  }

  /** The square that is repeated, as an SVG path; empty without lines. */
  public String tile() {
    return tile;
  }

  /** The lines that cover a box; those at its edges reach beyond it. */
  Path2D over(Box box) {
    Path2D lines = new Path2D.Double();
    double span = Math.max(box.width(), box.height()) + box.height();
    for (double at = 0; at <= span; at += TILE) {
      double x = box.left() + at;
      double y = box.top() + at;
      switch (this) {
        case RISING -> line(lines, x, box.top(), x - box.height(), box.bottom());
        case FALLING -> line(lines, x - box.height(), box.top(), x, box.bottom());
        case LYING -> line(lines, box.left(), y + 3, box.right(), y + 3);
        case STANDING -> line(lines, x + 3, box.top(), x + 3, box.bottom());
        case GRID -> {
          line(lines, box.left(), y + 3, box.right(), y + 3);
          line(lines, x + 3, box.top(), x + 3, box.bottom());
        }
        case NONE -> {}
      }
    }
    return lines;
  }

  private static void line(Path2D lines, double x1, double y1, double x2, double y2) {
    lines.moveTo(x1, y1);
    lines.lineTo(x2, y2);
  }
}

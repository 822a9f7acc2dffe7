package org.dynlab.analysis.figure.map;

import java.util.List;

/**
 * A bent arrow: a quadratic Bézier curve with a triangle at its end.
 *
 * @param head the corners of the triangle, its tip first
 */
public record Bow(Spot start, Spot control, Spot end, List<Spot> head) {
  private static final double GAP = 3;
  private static final double HEAD = 9;

  /** Copies the list. */
  public Bow {
    head = List.copyOf(head);
  }

  /**
   * From one state to another.
   *
   * @param bend how far the curve's control point lies beside the straight line, over its length;
   *     above 0 to the left of someone who walks along it
   * @param width of the line
   */
  static Bow between(Node from, Node to, double bend, double width) {
    Spot a = from.centre();
    Spot b = to.centre();
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    Spot control = new Spot((a.x() + b.x()) / 2 + bend * dy, (a.y() + b.y()) / 2 - bend * dx);
    double length = HEAD + width;
    Spot tip = b.towards(control, to.radius() + GAP);
    Spot end = b.towards(control, to.radius() + GAP + length);
    double half = (HEAD + 1.6 * width) / 2;
    double ux = (end.x() - tip.x()) / length;
    double uy = (end.y() - tip.y()) / length;
    return new Bow(
        a.towards(control, from.radius() + GAP),
        control,
        end,
        List.of(tip, end.plus(-uy * half, ux * half), end.plus(uy * half, -ux * half)));
  }

  /** The point of the curve at t in 0..1. */
  Spot at(double t) {
    double p = (1 - t) * (1 - t);
    double q = 2 * t * (1 - t);
    double r = t * t;
    return new Spot(
        p * start.x() + q * control.x() + r * end.x(),
        p * start.y() + q * control.y() + r * end.y());
  }

  Bow moved(double dx, double dy) {
    return new Bow(
        start.plus(dx, dy),
        control.plus(dx, dy),
        end.plus(dx, dy),
        head.stream().map(corner -> corner.plus(dx, dy)).toList());
  }
}

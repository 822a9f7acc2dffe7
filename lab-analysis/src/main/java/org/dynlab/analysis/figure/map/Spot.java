package org.dynlab.analysis.figure.map;

/**
 * A point of a picture, in pixels.
 *
 * @param x to the right
 * @param y downwards
 */
public record Spot(double x, double y) {

  Spot plus(double dx, double dy) {
    return new Spot(x + dx, y + dy);
  }

  /** That far from here on the way to another point; here if both are the same. */
  Spot towards(Spot other, double distance) {
    double length = distance(other);
    return length == 0
        ? this
        : plus((other.x - x) * distance / length, (other.y - y) * distance / length);
  }

  double distance(Spot other) {
    return Math.hypot(other.x - x, other.y - y);
  }
}

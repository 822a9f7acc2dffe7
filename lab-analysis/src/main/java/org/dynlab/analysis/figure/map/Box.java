package org.dynlab.analysis.figure.map;

/** A rectangle of a picture, in pixels. */
public record Box(double left, double top, double width, double height) {

  static Box around(Spot middle, double width, double height) {
    return new Box(middle.x() - width / 2, middle.y() - height / 2, width, height);
  }

  /** Its middle. */
  public Spot middle() {
    return new Spot(left + width / 2, top + height / 2);
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  boolean holds(Spot spot) {
    return spot.x() >= left && spot.x() <= right() && spot.y() >= top && spot.y() <= bottom();
  }

  boolean meets(Box other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }

  Box moved(double dx, double dy) {
    return new Box(left + dx, top + dy, width, height);
  }

  /** The smallest rectangle that holds both. */
  Box with(Box other) {
    double newLeft = Math.min(left, other.left);
    double newTop = Math.min(top, other.top);
    return new Box(
        newLeft,
        newTop,
        Math.max(right(), other.right()) - newLeft,
        Math.max(bottom(), other.bottom()) - newTop);
  }

  Box grown(double by) {
    return new Box(left - by, top - by, width + 2 * by, height + 2 * by);
  }
}

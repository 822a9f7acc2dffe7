package org.dynlab.tasks.field;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of intervals.
 *
 * @param sides one interval per dimension
 */
record Box(List<Interval> sides) {
  /** Where the second coordinate, time, begins. */
  static final List<Face> START = List.of(new Face(1, false));

  Box {
    sides = List.copyOf(sides);
  }

  static Box of(Interval... sides) {
    return new Box(List.of(sides));
  }

  int dimensions() {
    return sides.size();
  }

  double volume() {
    return sides.stream().mapToDouble(Interval::length).reduce(1, (a, b) -> a * b);
  }

  /** The box of one dimension less that is left when {@code axis} is held fast. */
  Box without(int axis) {
    List<Interval> rest = new ArrayList<>(sides);
    rest.remove(axis);
    return new Box(rest);
  }

  /**
   * One of the 2d faces: the points with x_axis at an end of its interval.
   *
   * @param axis from 0
   * @param upper whether it is the upper end
   */
  record Face(int axis, boolean upper) {
    double coordinate(Box box) {
      Interval side = box.sides().get(axis);
      return upper ? side.high() : side.low();
    }
  }

  /** Both faces across {@code axis}, the lower one first. */
  static List<Face> across(int axis) {
    return List.of(new Face(axis, false), new Face(axis, true));
  }
}

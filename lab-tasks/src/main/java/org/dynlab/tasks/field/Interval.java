package org.dynlab.tasks.field;

/** The closed interval [low, high] of the real line. */
record Interval(double low, double high) {
  static final Interval UNIT = new Interval(0, 1);
  static final Interval SYMMETRIC = new Interval(-1, 1);

  double length() {
    return high - low;
  }
}

package org.dynlab.tasks.field;

import java.util.ArrayList;
import java.util.List;

/** A smooth function of position, given by a formula. */
@FunctionalInterface
interface Field {

  /** The function of these coordinates. */
  Germ of(List<Germ> x);

  /** With its derivatives at a point. */
  default Germ at(double... point) {
    List<Germ> coordinates = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      coordinates.add(Germ.coordinate(point[i], i, point.length));
    }
    return of(coordinates);
  }

  /** At a point. */
  default double value(double... point) {
    return at(point).value();
  }
}

package org.dynlab.analysis.figure.map;

import java.util.List;

/** How much things stand in each other's way, as a number without unit; 0 if they do not. */
final class Clutter {
  private static final double NEAR = 9;
  private static final double THROUGH_STATE = 40;
  private static final double THROUGH_WORDS = 18;
  private static final double WORDS_ON_WORDS = 90;
  private static final double CROSSING = 14;
  private static final double ALONG = 16;

  private Clutter() {}

  /** Of states among themselves. */
  static double of(List<Node> nodes) {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < nodes.size(); j++) {
        if (i != j && nodes.get(i).caption().meets(nodes.get(j).outline())) {
          sum += WORDS_ON_WORDS;
        } else if (i < j && nodes.get(i).caption().meets(nodes.get(j).caption())) {
          sum += WORDS_ON_WORDS;
        }
      }
    }
    return sum;
  }

  /** Of a way and the states. */
  static double of(Way way, List<Node> nodes) {
    double sum = 0;
    for (Node node : nodes) {
      int state = node.state().state();
      boolean own = way.edge().from() == state || way.edge().to() == state;
      sum += way.label().grown(2).meets(node.outline()) ? WORDS_ON_WORDS : 0;
      sum += way.label().meets(node.caption()) ? WORDS_ON_WORDS : 0;
      Box caption = node.caption();
      for (int i = 0; i <= Arrangement.PIECES; i++) {
        Spot spot = way.bow().at((double) i / Arrangement.PIECES);
        boolean close = spot.distance(node.centre()) < node.radius() + NEAR;
        sum += close && !own ? THROUGH_STATE : 0;
        sum += caption.holds(spot) ? THROUGH_WORDS : 0;
      }
    }
    return sum;
  }

  /** Of two ways. */
  static double of(Way one, Way other) {
    if (!one.reach().meets(other.reach())) {
      return 0;
    }
    double sum = one.label().grown(2).meets(other.label()) ? WORDS_ON_WORDS : 0;
    Spot last = null;
    for (int i = 0; i <= Arrangement.PIECES; i++) {
      Spot a = one.bow().at((double) i / Arrangement.PIECES);
      sum += other.label().holds(a) ? THROUGH_WORDS : 0;
      sum += one.label().holds(other.bow().at((double) i / Arrangement.PIECES)) ? THROUGH_WORDS : 0;
      sum += last == null ? 0 : touches(last, a, other.bow());
      last = a;
    }
    return sum;
  }

  private static double touches(Spot a, Spot b, Bow other) {
    double sum = 0;
    Spot last = other.at(0);
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i <= Arrangement.PIECES; i++) {
      Spot next = other.at((double) i / Arrangement.PIECES);
      sum += cross(a, b, last, next) ? CROSSING : 0;
      nearest = Math.min(nearest, a.distance(next));
      last = next;
    }
    return sum + (nearest < NEAR / 2 ? ALONG : 0);
  }

  private static boolean cross(Spot a, Spot b, Spot c, Spot d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private static double side(Spot a, Spot b, Spot c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
  }
}

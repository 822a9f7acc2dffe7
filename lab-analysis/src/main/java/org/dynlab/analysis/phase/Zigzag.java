package org.dynlab.analysis.phase;

import java.util.ArrayList;
import java.util.List;

/**
 * The turns of a smoothed curve that are larger than a threshold: it has turned at an extreme once
 * it has come away from it by the threshold. What happens within the threshold is no turn. Maxima
 * and minima alternate; the first one is where the first movement of that size began, so only the
 * later ones have such a movement on both sides. O(n).
 *
 * @param turns indices into the curve, ascending
 * @param firstIsHigh whether the first of them is a maximum: the curve begins by falling
 */
record Zigzag(List<Integer> turns, boolean firstIsHigh) {

  Zigzag {
    turns = List.copyOf(turns);
  }

  static Zigzag of(Smoothed curve, double threshold) {
    List<Integer> turns = new ArrayList<>();
    boolean firstIsHigh = false;
    int high = 0;
    int low = 0;
    int direction = 0;
    for (int i = 1; i < curve.size(); i++) {
      high = curve.value(i) > curve.value(high) ? i : high;
      low = curve.value(i) < curve.value(low) ? i : low;
      if (direction <= 0 && curve.value(i) - curve.value(low) >= threshold) {
        turns.add(low);
        direction = 1;
        high = i;
      } else if (direction >= 0 && curve.value(high) - curve.value(i) >= threshold) {
        firstIsHigh = firstIsHigh || direction == 0;
        turns.add(high);
        direction = -1;
        low = i;
      }
    }
    return new Zigzag(turns, firstIsHigh);
  }

  boolean isHigh(int k) {
    return (k % 2 == 0) == firstIsHigh;
  }

  /** Whether the last movement is a rise. */
  boolean endsRising() {
    return !turns.isEmpty() && !isHigh(turns.size() - 1);
  }

  /** Index of the highest maximum that has a rise before and a fall behind it, -1 without one. */
  int highestPeak(Smoothed curve) {
    int best = -1;
    for (int k = 1; k < turns.size(); k++) {
      int at = turns.get(k);
      if (isHigh(k) && (best < 0 || curve.value(at) > curve.value(best))) {
        best = at;
      }
    }
    return best;
  }
}

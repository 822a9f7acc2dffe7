package org.dynlab.analysis.comparison;

import java.util.OptionalDouble;
import org.dynlab.analysis.curve.Curve;

/**
 * What an accuracy was when a loss came down to a value between two measurements.
 *
 * @param losses without gaps
 * @param accuracies without gaps
 */
record Crossing(Curve losses, Curve accuracies) {

  /**
   * @param step the first at which the loss was at most {@code loss}
   */
  OptionalDouble at(long step, double loss) {
    int after = index(losses, step);
    int measured = index(accuracies, step);
    if (measured < 0) {
      return OptionalDouble.empty();
    }
    int before = after == 0 ? -1 : index(accuracies, losses.step(after - 1));
    double there = accuracies.value(measured);
    if (before < 0 || !(losses.value(after) > 0)) {
      return OptionalDouble.of(there);
    }
    double high = Math.log(losses.value(after - 1));
    double low = Math.log(losses.value(after));
    double share = (high - Math.log(loss)) / (high - low);
    double start = accuracies.value(before);
    return OptionalDouble.of(start + share * (there - start));
  }

  private static int index(Curve curve, long step) {
    for (int i = 0; i < curve.size(); i++) {
      if (curve.step(i) == step) {
        return i;
      }
    }
    return -1;
  }
}

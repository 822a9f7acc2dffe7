package org.dynlab.analysis.comparison.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (Holm 1979, Scandinavian Journal of Statistics 6:65): with m tests
 * and ascending p₍₁₎..p₍ₘ₎ the adjusted p₍ᵢ₎ is the largest of min(1, (m−j+1)·p₍ⱼ₎) over j ≤ i.
 * Rejecting where it is at most α keeps the probability of any false rejection at most α, however
 * the tests depend on each other.
 */
public final class Holm {
  private Holm() {}

  /**
   * The adjusted values in the order of the given ones. A NaN, a test that could not be made, stays
   * one and counts in m all the same.
   */
  public static List<Double> adjusted(List<Double> values) {
    int tests = values.size();
    List<Integer> ascending =
        IntStream.range(0, tests).boxed().sorted(Comparator.comparing(values::get)).toList();
    List<Double> adjusted = new ArrayList<>(values);
    double largest = 0;
    for (int rank = 0; rank < tests; rank++) {
      double p = values.get(ascending.get(rank));
      if (!Double.isNaN(p)) {
        largest = Math.max(largest, Math.min(1, (tests - rank) * p));
        adjusted.set(ascending.get(rank), largest);
      }
    }
    return List.copyOf(adjusted);
  }
}

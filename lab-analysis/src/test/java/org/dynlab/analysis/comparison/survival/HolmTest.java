package org.dynlab.analysis.comparison.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HolmTest {

  /** By hand: 3·0.01, 2·0.02, then the largest so far, 0.04 and not 0.03. */
  @Test
  void adjustedValuesNeverFallBelowSmallerOnes() {
    assertThat(Holm.adjusted(List.of(0.03, 0.01, 0.02))).containsExactly(0.04, 0.03, 0.04);
  }

  @Test
  void nothingExceedsOneAndOneTestStaysAsItIs() {
    assertThat(Holm.adjusted(List.of(0.7, 0.6))).containsExactly(1.0, 1.0);
    assertThat(Holm.adjusted(List.of(0.04))).containsExactly(0.04);
    assertThat(Holm.adjusted(List.of())).isEmpty();
  }

  @Test
  void aTestThatCouldNotBeMadeStillCounts() {
    assertThat(Holm.adjusted(List.of(Double.NaN, 0.01, 0.02)))
        .containsExactly(Double.NaN, 0.03, 0.04);
  }

  /** The step-down rule itself: the adjusted value is the smallest level that rejects. */
  @Test
  void theRuleRejectsAtALevelExactlyWhatTheAdjustedValuesSay() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      List<Double> values = new ArrayList<>();
      for (int i = random.nextInt(1, 12); i > 0; i--) {
        values.add(Math.pow(random.nextDouble(), 3));
      }
      List<Double> adjusted = Holm.adjusted(values);
      for (double level : new double[] {0.01, 0.05, 0.2}) {
        for (int i = 0; i < values.size(); i++) {
          boolean rejected = rejected(values, level).contains(values.get(i));
          assertThat(adjusted.get(i) <= level).isEqualTo(rejected);
        }
      }
    }
  }

  private static List<Double> rejected(List<Double> values, double level) {
    List<Double> left = new ArrayList<>(values.stream().sorted().toList());
    List<Double> rejected = new ArrayList<>();
    while (!left.isEmpty() && left.get(0) * left.size() <= level) {
      rejected.add(left.remove(0));
    }
    return rejected;
  }

  @Test
  void multiplyingByTheNumberOfTestsIsAnUpperBound() {
    List<Double> values = List.of(0.001, 0.01, 0.2, 0.012);
    List<Double> adjusted = Holm.adjusted(values);
    for (int i = 0; i < values.size(); i++) {
      assertThat(adjusted.get(i)).isBetween(values.get(i), 4 * values.get(i) + 1e-15);
    }
    assertThat(adjusted.get(0)).isCloseTo(0.004, within(1e-15));
  }
}

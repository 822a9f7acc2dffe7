package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTest {
  private static final Curve RISING = curve(0, 0.1, 5, 0.9, 6, 0.5, 9, 0.95);

  /** A curve of alternating steps and values. */
  static Curve curve(double... stepsAndValues) {
    int n = stepsAndValues.length / 2;
    long[] steps = new long[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      steps[i] = (long) stepsAndValues[2 * i];
      values[i] = stepsAndValues[2 * i + 1];
    }
    return new Curve(steps, values);
  }

  record Passage(Curve curve, double threshold, OptionalLong first) {}

  static Stream<Passage> passages() {
    return Stream.of(
        new Passage(RISING, 0.1, OptionalLong.of(0)),
        new Passage(RISING, 0.9, OptionalLong.of(5)),
        new Passage(RISING, 0.9000001, OptionalLong.of(9)),
        new Passage(RISING, 0.96, OptionalLong.empty()),
        new Passage(curve(1, Double.NaN, 2, 1), 0.5, OptionalLong.of(2)),
        new Passage(curve(1, Double.POSITIVE_INFINITY), 0.5, OptionalLong.of(1)),
        new Passage(curve(), 0.5, OptionalLong.empty()));
  }

  @ParameterizedTest
  @MethodSource("passages")
  void theFirstStepIsTheFirstOneAtOrAboveTheThreshold(Passage passage) {
    assertThat(passage.curve().firstAtLeast(passage.threshold())).isEqualTo(passage.first());
  }

  @Test
  void theLastValueIsTheLastMeasuredOneEvenIfItIsNotANumber() {
    assertThat(RISING.last()).hasValue(0.95);
    assertThat(curve(1, 2, 3, Double.NaN).last().orElseThrow()).isNaN();
    assertThat(curve().last()).isEmpty();
  }

  @Test
  void finitePointsFromAStepOnAreASubsequence() {
    Curve kept = curve(0, 1, 1, Double.NaN, 2, 3, 3, Double.NEGATIVE_INFINITY, 4, 5).finite();
    assertThat(List.of(kept.step(0), kept.step(1), kept.step(2))).containsExactly(0L, 2L, 4L);
    assertThat(kept.from(1).size()).isEqualTo(2);
    assertThat(kept.from(5).size()).isZero();
  }

  @Test
  void stepsThatDoNotAscendAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curve(3, 1, 3, 2))
        .withMessage("steps must ascend, got 3 after 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Curve(new long[2], new double[1]))
        .withMessage("2 steps, 1 values");
  }

  @Test
  void changingTheArraysAfterwardsDoesNotChangeTheCurve() {
    double[] values = {1};
    Curve curve = new Curve(new long[] {1}, values);
    values[0] = 9;
    assertThat(curve.value(0)).isEqualTo(1);
  }
}

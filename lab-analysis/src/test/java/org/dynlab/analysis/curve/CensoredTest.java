package org.dynlab.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CensoredTest {

  record Case(List<Double> reached, int never, double median, String text) {}

  static Stream<Case> cases() {
    double never = Double.POSITIVE_INFINITY;
    return Stream.of(
        new Case(List.of(), 0, Double.NaN, "no run"),
        new Case(List.of(38.0), 0, 38, "step 38"),
        new Case(List.of(40.0, 38.0), 0, 39, "step 39 (38..40)"),
        new Case(List.of(41.0, 37.0, 38.0), 0, 38, "step 38 (37..41)"),
        new Case(List.of(41.0, 37.0, 38.0), 1, 39.5, "step 39.5 (37..41), never in 1 of 4"),
        new Case(List.of(41.0, 37.0), 1, 41, "step 41 (37..41), never in 1 of 3"),
        new Case(List.of(41.0, 37.0), 2, never, "never (37..41), never in 2 of 4"),
        new Case(List.of(41.0), 2, never, "never (41..41), never in 2 of 3"),
        new Case(List.of(), 3, never, "never"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runsThatNeverGetThereCountAsLaterThanAllOthers(Case c) {
    Censored censored = new Censored(c.reached(), c.never());
    assertThat(Double.valueOf(censored.median())).isEqualTo(Double.valueOf(c.median()));
    assertThat(censored.text("step ")).isEqualTo(c.text());
  }

  @Test
  void firstStepsOfCurvesAreReachedOrNever() {
    Curve early = CurveTest.curve(1, 0, 2, 1);
    Curve late = CurveTest.curve(1, 0, 9, 1);
    Curve flat = CurveTest.curve(1, 0, 9, 0);
    assertThat(Censored.firstSteps(List.of(late, flat, early), value -> value >= 0.5))
        .isEqualTo(new Censored(List.of(2.0, 9.0), 1));
  }
}

package org.dynlab.optim.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dynlab.core.rule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules that fall, against values worked out by hand, and warm-up in front of others. */
class CoolingTest {
  private static final long FAR = 1_000_000_000_000L;

  @ParameterizedTest
  @CsvSource({"1, 0.8", "2, 0.8", "3, 0.8", "4, 0.4", "6, 0.4", "7, 0.2", "10, 0.1"})
  void stepFallsAfterEveryStair(long number, double expected) {
    assertThat(new Step(0.8, 0.5, 3).at(number)).isCloseTo(expected, within(1e-16));
  }

  @Test
  void stepNeverBecomesNegativeAndStaysWithFactorOne() {
    assertThat(new Step(0.8, 0.5, 3).at(FAR)).isZero();
    assertThat(new Step(0.8, 1, 3).at(FAR)).isEqualTo(0.8);
    assertThat(new Step(0.8, 0.5, 1).at(2)).isEqualTo(0.4);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 0, 1, 1, 6",
    "6, 0, 1, 2, 3",
    "6, 0, 1, 3, 2",
    "6, 3, 1, 1, 1.5",
    "6, 3, 1, 3, 1",
    "6, 0, 0, 9, 6",
    "6, 0, 0.5, 4, 3",
    "6, 7, 0.5, 2, 2",
    "0.1, 0, 0.55, 1, 0.1",
    "0.1, 0, 0.55, 100, 0.007943282347242815"
  })
  void inverseTimeFallsAsAPower(
      double scale, double offset, double power, long number, double expected) {
    double value = new InverseTime(scale, offset, power).at(number);
    assertThat(value).isCloseTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "2, 8", "3, 4", "4, 2", "5, 1", "6, 1", "1000000000000, 1"})
  void exponentialFallsByTheSameFactorThenStays(long number, double expected) {
    assertThat(new Exponential(16, 1, 4).at(number)).isCloseTo(expected, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 4", "3, 3", "4, 2", "5, 1", "6, 1", "1000000000000, 1"})
  void linearFallsByTheSameDifferenceThenStays(long number, double expected) {
    assertThat(new Linear(5, 1, 4).at(number)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void bothMayRiseAndEndExactlyWhereTheySay() {
    assertThat(new Linear(0, 0.3, 2).at(2)).isEqualTo(0.15);
    assertThat(new Linear(0, 0.3, 7).at(8)).isEqualTo(0.3);
    assertThat(new Exponential(0.1, 0.3, 7).at(8)).isEqualTo(0.3);
    assertThat(new Exponential(1, 100, 2).at(2)).isCloseTo(10, within(1e-14));
  }

  @Test
  void ofOneStepOnlyTheFirstUpdateHasTheFirstValue() {
    assertThat(new Linear(5, 1, 1).at(1)).isEqualTo(5);
    assertThat(new Linear(5, 1, 1).at(2)).isEqualTo(1);
    assertThat(new Exponential(5, 1, 1).at(1)).isEqualTo(5);
    assertThat(new Exponential(5, 1, 1).at(2)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 8", "3, 12", "4, 16", "5, 16", "6, 8", "7, 4", "8, 2", "9, 1", "99, 1"})
  void warmUpRisesToWhereAnotherScheduleBegins(long number, double expected) {
    Schedule schedule = new WarmUp(new Exponential(16, 1, 4), 4);
    assertThat(schedule.at(number)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void warmUpInFrontOfACosineIsTheWarmUpOfTheCosine() {
    Schedule front = new WarmUp(new Cosine(0.5, 0, 20, 0.1), 5);
    Schedule own = new Cosine(0.5, 5, 25, 0.1);
    for (long t = 1; t < 40; t++) {
      assertThat(front.at(t)).as("update %s", t).isCloseTo(own.at(t), within(1e-16));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NaN | 0.5 | 3 | value: must be >= 0, got NaN
          1   | 0   | 3 | factor: must be in (0, 1], got 0.0
          1   | 1.1 | 3 | factor: must be in (0, 1], got 1.1
          1   | NaN | 3 | factor: must be in (0, 1], got NaN
          1   | 0.5 | 0 | every: must be >= 1, got 0
          """)
  void badStepsAreNamed(double value, double factor, long every, String message) {
    assertThatThrownBy(() -> new Step(value, factor, every)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1  | 0   | 1   | scale: must be >= 0, got -1.0
          1   | -1  | 1   | offset: must be >= 0, got -1.0
          1   | 0   | NaN | power: must be >= 0, got NaN
          """)
  void badInverseTimesAreNamed(double scale, double offset, double power, String message) {
    assertThatThrownBy(() -> new InverseTime(scale, offset, power)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   | 1   | 3 | from: must be > 0, got 0.0
          1   | 0   | 3 | to: must be > 0, got 0.0
          NaN | 1   | 3 | from: must be > 0, got NaN
          1   | 1   | 0 | steps: must be >= 1, got 0
          """)
  void badExponentialsAreNamed(double from, double to, long steps, String message) {
    assertThatThrownBy(() -> new Exponential(from, to, steps)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1  | 1   | 3 | from: must be >= 0, got -1.0
          1   | NaN | 3 | to: must be >= 0, got NaN
          1   | 1   | 0 | steps: must be >= 1, got 0
          """)
  void badLinesAreNamed(double from, double to, long steps, String message) {
    assertThatThrownBy(() -> new Linear(from, to, steps)).hasMessage(message);
  }
}

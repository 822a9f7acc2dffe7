package org.dynlab.optim.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dynlab.core.rule.Schedule;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({"1", "7", "1000000000000"})
  void aConstantIsConstant(long number) {
    assertThat(new Constant(0.3).at(number)).isEqualTo(0.3);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.25", "2, 0.5", "3, 0.75", "4, 1", "5, 1", "1000000, 1"})
  void warmUpReachesItsValueAtUpdateSteps(long number, double share) {
    assertThat(new WarmUp(0.2, 4).at(number)).isCloseTo(0.2 * share, within(1e-16));
  }

  @Test
  void warmUpOfOneStepIsConstant() {
    assertThat(new WarmUp(0.2, 1).at(1)).isEqualTo(0.2);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.8535533905932737", "3, 0.5", "4, 0.1464466094067263", "5, 0", "9, 0"})
  void cosineStartsAtItsPeakAndEndsAtItsFloorAfterSteps(long number, double share) {
    double expected = 0.1 + (0.5 - 0.1) * share;
    assertThat(new Cosine(0.5, 0, 4, 0.1).at(number)).isCloseTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.25", "2, 0.5", "3, 0.5", "4, 0.25", "5, 0", "6, 0"})
  void cosineCountsItsWarmUpInItsSteps(long number, double expected) {
    assertThat(new Cosine(0.5, 2, 4, 0).at(number)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void cosineNeverRisesAfterItsWarmUpAndStaysBetweenFloorAndPeak() {
    Schedule cosine = new Cosine(0.5, 10, 100, 0.05);
    for (long t = 11; t < 200; t++) {
      assertThat(cosine.at(t + 1)).isLessThanOrEqualTo(cosine.at(t)).isBetween(0.05, 0.5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 'value: must be >= 0, got NaN'",
    "-0.1, 'value: must be >= 0, got -0.1'",
    "Infinity, 'value: must be >= 0, got Infinity'"
  })
  void aValueMustBeANumberFromZero(double value, String message) {
    assertThatThrownBy(() -> new Constant(value)).isInstanceOf(UserError.class).hasMessage(message);
    assertThatThrownBy(() -> new WarmUp(value, 3)).hasMessage(message);
  }

  @Test
  void aWarmUpNeedsASteps() {
    assertThatThrownBy(() -> new WarmUp(1, 0)).hasMessage("steps: must be >= 1, got 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NaN | 0  | 5 | 0   | peak: must be >= 0, got NaN
          1   | 0  | 5 | NaN | floor: must be >= 0, got NaN
          1   | 0  | 5 | 2   | floor: must be <= peak, got 2.0 (peak is 1.0)
          1   | 0  | 0 | 0   | steps: must be >= 1, got 0
          1   | -1 | 5 | 0   | warmUpSteps: must be >= 0, got -1
          1   | 5  | 5 | 0   | warmUpSteps: must be < steps, got 5 (steps counts the warm-up too and is 5)
          """)
  void badCosinesAreNamed(double peak, long warmUpSteps, long steps, double floor, String message) {
    assertThatThrownBy(() -> new Cosine(peak, warmUpSteps, steps, floor)).hasMessage(message);
  }
}

package org.dynlab.optim.linesearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.dynlab.optim.linesearch.StrongWolfe.Limits;
import org.dynlab.optim.linesearch.StrongWolfe.Line;
import org.dynlab.optim.linesearch.StrongWolfe.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrongWolfeTest {

  private static Line line(DoubleUnaryOperator loss, DoubleUnaryOperator slope) {
    return t -> new Trial(t, loss.applyAsDouble(t), slope.applyAsDouble(t));
  }

  /** Three functions of Moré and Thuente 1994, doi:10.1145/192115.192132, section 5. */
  private static Stream<Arguments> functions() {
    return Stream.of(
        Arguments.of(
            line(t -> -t / (t * t + 2), t -> (t * t - 2) / Math.pow(t * t + 2, 2)), 1e-3, 0.1),
        Arguments.of(
            line(
                t -> Math.pow(t + 0.004, 5) - 2 * Math.pow(t + 0.004, 4),
                t -> 5 * Math.pow(t + 0.004, 4) - 8 * Math.pow(t + 0.004, 3)),
            0.1,
            0.1),
        Arguments.of(line(t -> Math.cosh(t - 30), t -> Math.sinh(t - 30)), 1e-4, 0.9));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theStepFoundKeepsBothConditions(Line line, double c1, double c2) {
    Trial start = line.at(0);
    for (double first : new double[] {1e-3, 0.1, 1, 10, 100}) {
      Limits limits = new Limits(c1, c2, 60, 1e-9);
      Trial found = new StrongWolfe(line, start, limits).from(first);
      assertThat(found.loss()).isLessThanOrEqualTo(start.loss() + c1 * found.t() * start.slope());
      assertThat(Math.abs(found.slope())).isLessThanOrEqualTo(-c2 * start.slope());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void notMoreTrialsAreMadeThanAllowed(int trials) {
    int[] made = {0};
    Line counted =
        t -> {
          made[0]++;
          return new Trial(t, -t, -1);
        };
    Trial start = new Trial(0, 0, -1);
    Trial found = new StrongWolfe(counted, start, new Limits(1e-4, 0.9, trials, 1e-9)).from(1);
    assertThat(made[0]).isEqualTo(trials + 1);
    assertThat(found.loss()).isLessThan(0);
  }

  @Test
  void whereNothingIsLowerTheStartIsReturned() {
    Line rising = line(t -> t, t -> 1);
    Trial start = new Trial(0, 0, -1);
    assertThat(new StrongWolfe(rising, start, new Limits(1e-4, 0.9, 25, 1e-9)).from(1))
        .isEqualTo(start);
  }

  @Test
  void aLossThatIsNotANumberIsTooHigh() {
    Line cliff = line(t -> t > 0.7 ? Double.NaN : t * t - t, t -> t > 0.7 ? Double.NaN : 2 * t - 1);
    Trial found = new StrongWolfe(cliff, cliff.at(0), new Limits(1e-4, 0.1, 25, 1e-9)).from(1);
    assertThat(found.t()).isBetween(0.4, 0.6);
  }
}

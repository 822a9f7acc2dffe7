package org.dynlab.analysis.figure.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.analysis.figure.draw.Ticks.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicksTest {

  record Axis(boolean logarithmic, double low, double high, List<String> labels) {}

  static Stream<Axis> axes() {
    return Stream.of(
        new Axis(true, 1, 60, List.of("1", "2", "5", "10", "20", "50")),
        new Axis(true, 1, 1e5, List.of("1", "10", "100", "1000", "10000", "100000")),
        new Axis(
            true,
            1e-5,
            1.1e-3,
            List.of("10⁻⁵", "2·10⁻⁵", "5·10⁻⁵", "10⁻⁴", "2·10⁻⁴", "5·10⁻⁴", "0.001")),
        new Axis(true, 1e-12, 1, List.of("10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "0.01", "1")),
        new Axis(true, 3, 4.5, List.of()),
        new Axis(false, 0, 1, List.of("0", "0.2", "0.4", "0.6", "0.8", "1")),
        new Axis(false, -1, 11, List.of("0", "2", "4", "6", "8", "10")),
        new Axis(false, 12.7, 42.9, List.of("15", "20", "25", "30", "35", "40")));
  }

  @ParameterizedTest
  @MethodSource("axes")
  void labelsAreRoundNumbersWithinTheAxis(Axis axis) {
    List<Tick> ticks =
        axis.logarithmic()
            ? Ticks.logarithmic(axis.low(), axis.high())
            : Ticks.linear(axis.low(), axis.high());
    assertThat(ticks.stream().filter(Tick::major).map(Tick::label))
        .containsExactlyElementsOf(axis.labels());
    assertThat(ticks).allMatch(t -> t.value() >= axis.low() - 1e-9);
    assertThat(ticks).allMatch(t -> t.value() <= axis.high() * (1 + 1e-9));
  }

  @Test
  void everyDigitOfADecadeHasATick() {
    assertThat(Ticks.logarithmic(1, 10).stream().map(Tick::value))
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
  }
}

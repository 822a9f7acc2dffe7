package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much of something is refused as such, before anybody looks at what it says. */
class SizeLimitsTest {
  private static String list(int elements, String element) {
    return IntStream.range(0, elements)
        .mapToObj(i -> element.replace("#", "" + i))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String mapping(int keys) {
    String list = list(keys, "k#: 1");
    return "{" + list.substring(1, list.length() - 1) + "}";
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        Arguments.of("{a: " + mapping(1_001) + "}", "f: a: must have at most 1000 keys, got 1001"),
        Arguments.of(mapping(1_001), "f: must have at most 1000 keys, got 1001"),
        Arguments.of(
            "{a: [0, " + list(1_001, "{b: #}") + "]}",
            "f: a[1]: must have at most 1000 parts, got 1001"),
        Arguments.of(
            "{a: [{b: " + "x ".repeat(5_000) + "y}]}",
            "f: a[0].b: must have at most 10000 characters, got 10001"),
        Arguments.of(
            "{a: {? " + "k".repeat(1_001) + " : 1}}",
            "f: a."
                + "k".repeat(995)
                + "...: must have at most 1000 characters in a key, got 1001"),
        Arguments.of(
            "{sweep: {list: " + list(3_000, "{a: #}") + "}}",
            "f: sweep: must give at most 5000000 values in all, got 3000 experiments of 6003"
                + " values"),
        Arguments.of(
            "{sweep: {seeds: 1001, random: {draws: 100, over: {a: {oneOf: [1]}}}}}",
            "f: sweep: must make at most 100000 runs, got 100100"));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void tooMuchOfSomethingIsRefusedWhereItStands(String yaml, String message) {
    assertThatThrownBy(() -> ExperimentFile.of(new YamlSource("f", yaml), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{sweep: {seeds: []}}", "{sweep: 3}", "{sweep: {over: 1, list: {}}}"})
  void whatIsNoSweepIsLeftToThoseWhoReadIt(String yaml) {
    assertThat(ExperimentFile.of(new YamlSource("f", yaml), List.of()).tree()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void asMuchAsIsAllowedPasses(int times) {
    String yaml =
        "{a: "
            + mapping(times)
            + ", b: "
            + list(times, "{c: #}")
            + ", c: "
            + list(50 * times, "#")
            + "}";
    assertThat(ExperimentFile.of(new YamlSource("f", yaml), List.of()).tree()).hasSize(3);
  }
}

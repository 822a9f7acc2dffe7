package org.dynlab.core.describe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.core.describe.Garden.Bed;
import org.dynlab.core.describe.Garden.Plant;
import org.dynlab.core.describe.Garden.Plot;
import org.dynlab.core.describe.Garden.Water;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message, word for word. */
class RecordProblemsTest {
  private static final String LONG = "x".repeat(100);

  static Stream<Arguments> values() {
    return Stream.of(
        plot("{rows: many}", "rows: must be a whole number, got \"many\""),
        plot("{rows: \"4\"}", "rows: must be a whole number, got \"4\" (remove the quotes)"),
        plot("{rows: 4.5}", "rows: must be a whole number, got 4.5"),
        plot("{rows: .nan}", "rows: must be a whole number, got \"NaN\""),
        plot("{rows: [4]}", "rows: must be a whole number, got [4]"),
        plot("{rows: true}", "rows: must be a whole number, got true"),
        plot(
            "{rows: 3000000000}",
            "rows: must be a whole number in -2147483648..2147483647, got 3000000000"),
        plot(
            "{rows: 4, seed: 9223372036854775808}",
            "seed: must be a whole number in -9223372036854775808..9223372036854775807,"
                + " got 9223372036854775808"),
        plot("{rows: 4, seed: 1e300}", "seed: must be a whole number, got 1.0E300"),
        plot("{rows: 4, light: dim}", "light: must be a number, got \"dim\""),
        plot(
            "{rows: 4, light: \"0.5\"}",
            "light: must be a number, got \"0.5\" (remove the quotes)"),
        plot("{rows: 4, light: NaN}", "light: must lie strictly between 0 and 1, got NaN"),
        plot("{rows: 4, light: .inf}", "light: must lie strictly between 0 and 1, got Infinity"),
        plot(
            "{rows: 4, light: -Infinity}",
            "light: must lie strictly between 0 and 1, got -Infinity"));
  }

  static Stream<Arguments> otherValues() {
    return Stream.of(
        plot("{rows: 4, watered: on}", "watered: must be true or false, got on (write true)"),
        plot("{rows: 4, watered: No}", "watered: must be true or false, got No (write false)"),
        plot("{rows: 4, watered: 1}", "watered: must be true or false, got 1"),
        plot("{rows: 4, label: 12}", "label: must be text, got 12 (put it in quotes: \"12\")"),
        plot(
            "{rows: 4, label: false}",
            "label: must be text, got false (put it in quotes: \"false\")"),
        plot("{rows: 4, label: {a: 1}}", "label: must be text, got {\"a\":1}"),
        plot(
            "{rows: 4, season: sprin}",
            "season: must be one of spring, lateSummer, x2PlusY, got sprin (did you mean spring?)"),
        plot(
            "{rows: 4, season: LATE_SUMMER}",
            "season: must be one of spring, lateSummer, x2PlusY, got LATE_SUMMER"
                + " (did you mean lateSummer?)"),
        plot("{rows: 4, season: 3}", "season: must be one of spring, lateSummer, x2PlusY, got 3"),
        plot(
            "{rows: 4, light: }",
            "light: must have a value, got nothing (leave the key out for 0.5)"),
        plot("{rows: }", "rows: must have a value, got nothing"),
        plot(
            "{rows: 4, label: [" + LONG + "]}",
            "label: must be text, got [\"" + "x".repeat(78) + "..."));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        plot("{}", "rows: must be given, got nothing (number of rows)"),
        plot(
            "{row: 4}",
            "row: must be a known key, got row (did you mean rows?)",
            "rows: must be given, got nothing (number of rows)"),
        plot(
            "{rows: 4, zebra: 1}",
            "zebra: must be a known key, got zebra"
                + " (known keys: rows, seed, light, watered, label, season)"));
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        of(
            Plant.class,
            "{kind: moss, x: 1}",
            "x: must be a known key, got x (there are no keys here)"),
        of(Plant.class, "{kind: mos}", "kind: must be a known plant, got mos (did you mean moss?)"),
        of(
            Plant.class,
            "{kind: oak, x: 1}",
            "kind: must be a known plant, got oak (known kinds: rose, moss)"),
        of(
            Plant.class,
            "{kind: 3}",
            "kind: must be a known plant, got 3 (known kinds: rose, moss)"),
        of(Plant.class, "{}", "kind: must be given, got nothing (known kinds: rose, moss)"),
        of(Plant.class, "oak", "must be a known plant, got oak (known kinds: rose, moss)"),
        of(Plant.class, "3", "must be a mapping with a kind, got 3 (known kinds: rose, moss)"),
        of(
            Plant.class,
            "[moss]",
            "must be a mapping with a kind, got [\"moss\"] (known kinds: rose, moss)"));
  }

  static Stream<Arguments> shorthandsAndLists() {
    return Stream.of(
        of(Water.class, "-1", "must be > 0, got -1.0"),
        of(Water.class, "NaN", "must be > 0, got NaN"),
        of(
            Water.class,
            "true",
            "must be a mapping with a kind, got true (a number, or known kinds: steady, rain)"),
        of(Water.class, "{}", "kind: must be given, got nothing (known kinds: steady, rain)"),
        of(Water.class, "{kind: rain, amounts: 5}", "amounts: must be a list, got 5 (write [5])"),
        of(
            Water.class,
            "{kind: rain, amounts: [1, ~, 2]}",
            "amounts[1]: must have a value, got nothing"),
        of(
            Water.class,
            "{kind: rain, amounts: [1, x, -2, true]}",
            "amounts[1]: must be a number, got \"x\"",
            "amounts[3]: must be a number, got true"),
        of(
            Water.class,
            "{kind: rain, amounts: [1, -2, 0]}",
            "amounts[1]: must be > 0, got -2.0",
            "amounts[2]: must be > 0, got 0.0"));
  }

  static Stream<Arguments> nested() {
    return Stream.of(
        of(
            Bed.class,
            "{plot: 3}",
            "plot: must be a mapping, got 3"
                + " (known keys: rows, seed, light, watered, label, season)"),
        of(Bed.class, "{plot: {rows: 4}, taps: [1]}", "taps: must be a mapping, got [1]"),
        of(
            Bed.class,
            "{plot: {rows: 4}, taps: {a: 0, b: {kind: rain, days: x}}}",
            "taps.a: must be > 0, got 0.0",
            "taps.b.days: must be a whole number, got \"x\""),
        of(
            Bed.class,
            "{plants: [{kind: rose, water: -1}, tulip], guests: [{kind: mss}], fence: low}",
            "plot: must be given, got nothing",
            "plants[0].water: must be > 0, got -1.0",
            "plants[1]: must be a known plant, got tulip (known kinds: rose, moss)",
            "fence: must be a number, got \"low\"",
            "guests[0].kind: must be a known plant, got mss (did you mean moss?)"));
  }

  static Stream<Arguments> rulesBesideFailures() {
    return Stream.of(
        plot(
            "{rows: x, light: 2}",
            "rows: must be a whole number, got \"x\"",
            "light: must lie strictly between 0 and 1, got 2.0"),
        plot(
            "{light: 2, label: \"\"}",
            "rows: must be given, got nothing (number of rows)",
            "light: must lie strictly between 0 and 1, got 2.0",
            "label: must not be empty, got \"\""),
        plot(
            "{rows: 0, light: dim}",
            "light: must be a number, got \"dim\"",
            "rows: must be in 1..100, got 0",
            "seed: must be < 0, got 7"),
        plot(
            "{rows: 200, lihgt: 0.1, light: 2}",
            "lihgt: must be a known key, got lihgt (did you mean light?)",
            "rows: must be in 1..100, got 200",
            "light: must lie strictly between 0 and 1, got 2.0"),
        // Whether this seed is too large depends on the rows, which could not be read.
        plot("{rows: x, seed: 50}", "rows: must be a whole number, got \"x\""));
  }

  private static Arguments plot(String yaml, String... lines) {
    return of(Plot.class, yaml, lines);
  }

  private static Arguments of(Class<?> type, String yaml, String... lines) {
    return Arguments.of(type, yaml, List.of(lines));
  }

  @ParameterizedTest
  @MethodSource({
    "values",
    "otherValues",
    "keys",
    "kinds",
    "shorthandsAndLists",
    "nested",
    "rulesBesideFailures"
  })
  void everythingThatIsWrongIsSaidAtOnce(Class<?> type, String yaml, List<String> lines) {
    assertThatThrownBy(() -> Garden.READER.read(Garden.tree(yaml), type, "here"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            String.join("\n", lines.stream().map(RecordProblemsTest::seenFromHere).toList()));
  }

  private static String seenFromHere(String line) {
    return line.startsWith("must") ? "here: " + line : "here." + line;
  }

  record Fence(List<Plant> posts, Optional<Double> height, String name, Plot plot) {
    Fence {
      new Checks()
          .that(name.length() < 3, "name", "must be short", name)
          .that(height.isPresent(), "", "must have a height", "none")
          .that(!posts.isEmpty(), "name", "must not name an empty fence", name)
          .done();
      if (plot.rows() > 0) {
        name = name.strip();
      }
    }
  }

  @Test
  void aRuleThatOnlyTheStandInBreaksIsNotReported() {
    assertThatThrownBy(
            () -> Garden.read("{posts: [x], height: tall, name: long, plot: 3}", Fence.class))
        .hasMessage(
            """
            posts[0]: must be a known plant, got x (known kinds: rose, moss)
            height: must be a number, got "tall"
            plot: must be a mapping, got 3 (known keys: rows, seed, light, watered, label, season)
            name: must be short, got long""");
  }

  record Broken(int size) {
    Broken {
      throw new IllegalArgumentException("a mistake of the program, not of the user");
    }
  }

  @Test
  void aConstructorThatFailsOtherwiseIsNotTakenForTheUsersMistake() {
    assertThatThrownBy(() -> Garden.read("{size: 1}", Broken.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a mistake of the program, not of the user");
  }
}

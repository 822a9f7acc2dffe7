package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of points and draws that are wrong, and every line they are answered with. */
class BadSweepTest {
  private static final String RATE = "sweep.random.over.optimizer.learningRate";
  private static final String TWICE = ": must not be swept from two places, got ";

  static Stream<Arguments> draws() {
    return Stream.of(
        rate("{logUniform: [0, 0.1]}", RATE + ".logUniform[0]: must be > 0, got 0.0"),
        rate("{logUniform: [0.1, 0.1]}", RATE + ".logUniform[1]: must be above 0.1, got 0.1"),
        rate(
            "{uniform: [-Infinity, NaN]}",
            RATE + ".uniform[0]: must be a finite number, got -Infinity",
            RATE + ".uniform[1]: must be a finite number, got NaN"),
        rate(
            "{uniform: [-1.7e308, 1.7e308]}",
            RATE + ".uniform[1]: must not be that far away, got 1.7E308"),
        rate("{uniform: [a, 1]}", RATE + ".uniform[0]: must be a number, got \"a\""),
        rate(
            "{uniform: [1]}", RATE + ".uniform: must be the lowest and the highest value, got [1]"),
        rate("{uniform: 1}", RATE + ".uniform: must be a list, got 1"),
        rate("{integer: [1, 2.5]}", RATE + ".integer[1]: must be a whole number, got 2.5"),
        rate(
            "{integer: [2, 3000000000]}",
            RATE + ".integer[1]: must be in -1000000000..1000000000, got 3000000000"),
        rate("{oneOf: []}", RATE + ".oneOf: must have at least one value, got []"),
        rate(
            "{oneOf: [1, 2, 1]}",
            RATE + ".oneOf[2]: must be another value than those before it, got 1"),
        rate(
            "{normal: [0, 1]}",
            RATE
                + ": must have one of uniform, logUniform, integer and oneOf, got normal"
                + " (for example {logUniform: [1.0e-4, 0.1]})"),
        rate(
            "[0, 1]",
            RATE
                + ": must have one of uniform, logUniform, integer and oneOf, got [0,1]"
                + " (for example {logUniform: [1.0e-4, 0.1]})"));
  }

  private static Arguments rate(String distribution, String... lines) {
    return bad(
        "sweep={random: {draws: 3, over: {optimizer.learningRate: " + distribution + "}}}", lines);
  }

  static Stream<Arguments> sweeps() {
    return Stream.of(
        bad(
            "sweep={random: {draws: 0, over: {}}}",
            "sweep.random.draws: must be in 1..100000, got 0",
            "sweep.random.over: must have at least one key, got {}"),
        bad(
            "sweep={random: {over: {task.modulus: {integer: [5, 7]}}}}",
            "sweep.random.draws: must be given, got nothing (number of points)"),
        bad(
            "sweep={list: [{task.modulus: 5}, {}, {task.modulus: 5}]}",
            "sweep.list[2]: must be another point than those before it, got the one of list[0]"),
        bad(
            "sweep={list: {task.modulus: 5}}",
            "sweep.list: must be a list, got {\"task.modulus\":5}"),
        bad(
            "sweep={list: [{name: a, a..b: 1}]}",
            "sweep.list[0].name: must be a key of a run, got name"
                + " (name, sweep, latentStates and claims are the same for all runs)",
            "sweep.list[0].a..b: must be a path of keys, got a..b"
                + " (for example task.modulus or optimizer.0.learningRate)"),
        bad(
            "sweep={seeds: 1000, over: {batch: [2, 3]},"
                + " random: {draws: 100, over: {task.modulus: {integer: [5, 7]}}}}",
            "sweep: must make at most 100000 runs, got 200000"));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        bad(
            "sweep={over: {task.modulus: [5], batch: [2]}, list: [{task.modulus: 7}, {batch: 3}],"
                + " random: {draws: 2, over: {batch: {oneOf: [4]}}}}",
            "sweep.list[0].task.modulus" + TWICE + "sweep.over.task.modulus",
            "sweep.list[1].batch" + TWICE + "sweep.over.batch",
            "sweep.random.over.batch" + TWICE + "sweep.list[1].batch"),
        bad(
            "sweep={over: {model.hidden.0: [5], \"model.hidden[0]\": [2]}}",
            "sweep.over.model.hidden[0]" + TWICE + "sweep.over.model.hidden.0"),
        bad(
            "sweep={list: [{task.modulus: 5}, {task.modulus: 1}]}",
            "at task.modulus=1: task.modulus: must be in 2..1000, got 1"),
        bad(
            "sweep={list: [{task.modulus: 5}, {name.x: 5}], seeds: 0}",
            "sweep.seeds: must be in 1..100000, got 0",
            "sweep.list[1].name.x: must be a key of a run, got name.x"
                + " (name, sweep, latentStates and claims are the same for all runs)"),
        bad(
            "sweep={seeds: 0, list: [{task.modulus: 1}],"
                + " random: {draws: 2, over: {task.trainFraction: {uniform: [0, 1]}}}}",
            "sweep.seeds: must be in 1..100000, got 0",
            "task.modulus: must be in 2..1000, got 1"));
  }

  private static Arguments bad(String sweep, String... lines) {
    return Arguments.of(sweep, List.of(lines));
  }

  @ParameterizedTest
  @MethodSource({"draws", "sweeps", "places"})
  void everythingThatIsWrongIsSaidAtOnce(String sweep, List<String> lines) {
    refused(Toy.SMALL, List.of(sweep), lines);
  }

  private static void refused(String yaml, List<String> overrides, List<String> lines) {
    assertThatThrownBy(() -> Toy.expand(yaml, overrides.toArray(String[]::new)))
        .isInstanceOf(UserError.class)
        .hasMessage(String.join("\n", lines.stream().map(line -> "toy.yaml: " + line).toList()));
  }

  @Test
  void optimizersAreChosenByTheirNames() {
    refused(
        Toy.LARGE,
        List.of("sweep={list: [{optimizer: sdg}, {batch: 3}]}"),
        List.of(
            "sweep.list[0].optimizer: must be one of adamw, sgd, got sdg (did you mean sgd?)",
            "sweep.list: must choose an optimizer in every point or in none, got 1 of 2 points"));
    refused(
        Toy.LARGE,
        List.of("sweep={random: {draws: 2, over: {optimizer: {oneOf: [sgd, 3]}}}}"),
        List.of("sweep.random.over.optimizer.oneOf[1]: must be one of adamw, sgd, got 3"));
  }

  @Test
  void whatIsSweptCannotBeSetAsWell() {
    assertThatThrownBy(
            () ->
                Toy.file(
                    Toy.SMALL,
                    "sweep={list: [{batch: 3}], random: {draws: 2,"
                        + " over: {task.modulus: {integer: [5, 7]}}}}",
                    "batch=4",
                    "task.modulus=5"))
        .hasMessage(
            "--set batch: must not be swept as well, got sweep.list[0].batch\n"
                + "--set task.modulus: must not be swept as well, got"
                + " sweep.random.over.task.modulus");
  }
}

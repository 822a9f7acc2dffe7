package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points that are listed or drawn. */
class RandomSweepTest {
  private static final String RATE = "optimizer.learningRate";
  private static final String DRAWN =
      "sweep={random: {draws: 4, over: {" + RATE + ": {logUniform: [1.0e-4, 0.1]}}}}";
  private static final String BOTH =
      "sweep={random: {draws: 4, over: {task.modulus: {integer: [2, 900]}, "
          + RATE
          + ": {logUniform: [1.0e-4, 0.1]}}}}";

  private static List<Map<String, String>> points(String... overrides) {
    return points(Toy.expand(Toy.SMALL, overrides));
  }

  private static List<Map<String, String>> points(Expansion expansion) {
    return expansion.runs().stream().map(RunSpec::point).distinct().toList();
  }

  private static List<String> column(String key, String... overrides) {
    return points(overrides).stream().map(point -> point.get(key)).toList();
  }

  @Test
  void drawsAreTheSameForEver() {
    assertThat(column(RATE, DRAWN))
        .containsExactly("0.00210267", "0.00208265", "8.45438E-4", "0.0390205");
  }

  @Test
  void moreDrawsKeepTheOldOnes() {
    List<Map<String, String>> more = points(BOTH, "sweep.random.draws=40");
    assertThat(more).hasSize(40);
    assertThat(more.subList(0, 4)).isEqualTo(points(BOTH));
  }

  @Test
  void anotherKeyMovesNoOtherOne() {
    assertThat(column(RATE, BOTH)).isEqualTo(column(RATE, DRAWN));
  }

  @Test
  void anotherSeedDrawsOtherNumbers() {
    assertThat(column(RATE, DRAWN, "sweep.random.seed=1"))
        .doesNotContainAnyElementsOf(column(RATE, DRAWN));
  }

  @Test
  void equalDrawsAreOnePoint() {
    assertThat(points("sweep={random: {draws: 50, over: {task.modulus: {oneOf: [5, 7]}}}}"))
        .containsExactlyInAnyOrder(Map.of("task.modulus", "5"), Map.of("task.modulus", "7"));
  }

  @Test
  void listedPointsAreOneAxis() {
    Expansion expansion =
        Toy.expand(
            Toy.SMALL,
            "sweep={seeds: [3, 4], over: {batch: [full, 2]},"
                + " list: [{task.modulus: 5, model.hidden: [4]}, {task.modulus: 11}]}");
    assertThat(expansion.runs().stream().map(run -> run.point() + " " + run.seed()))
        .containsExactly(
            "{batch=full, task.modulus=5, model.hidden=[4]} 3",
            "{batch=full, task.modulus=5, model.hidden=[4]} 4",
            "{batch=full, task.modulus=11} 3",
            "{batch=full, task.modulus=11} 4",
            "{batch=2, task.modulus=5, model.hidden=[4]} 3",
            "{batch=2, task.modulus=5, model.hidden=[4]} 4",
            "{batch=2, task.modulus=11} 3",
            "{batch=2, task.modulus=11} 4");
    RunDescription third = Toy.LANGUAGE.run(expansion.runs().get(2).spec());
    assertThat(third.task()).isEqualTo(new Toy.Modular(Toy.Operation.ADD, 11, 0.5));
    assertThat(third.model()).isEqualTo(new Toy.Mlp(List.of(8), true));
  }

  @Test
  void listedAndDrawnPointsMayChooseTheOptimizer() {
    assertThat(
            points(
                Toy.expand(
                    Toy.LARGE,
                    "sweep={list: [{optimizer: sgd, batch: 8},"
                        + " {optimizer: adamw, optimizer.adamw.0.weightDecay: 2}]}")))
        .containsExactly(
            Map.of("optimizer", "sgd", "batch", "8"),
            Map.of("optimizer", "adamw", "optimizer.adamw.0.weightDecay", "2"));
    assertThat(
            points(
                Toy.expand(
                    Toy.LARGE,
                    "sweep={random: {draws: 20, over: {optimizer: {oneOf: [sgd, adamw]}}}}")))
        .containsExactlyInAnyOrder(Map.of("optimizer", "sgd"), Map.of("optimizer", "adamw"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DRAWN,
        BOTH,
        "sweep={list: [{task.modulus: 5, model.hidden: [4]}, {task.modulus: 11}, {}]}",
        "sweep={seeds: 2, list: [{task: {kind: parity}}, {task: {kind: modular, modulus: 5}}]}",
        "sweep={list: [{batch: 2}, {batch: 3}], over: {task.modulus: [5, 7]},"
            + " random: {draws: 3, seed: -1, over: {task.trainFraction: {uniform: [0.1, 0.9]},"
            + " model.hidden: {oneOf: [[4], [4, 4]]}}}}"
      })
  void theResolvedExperimentExpandsToTheSameRuns(String sweep) {
    Expansion expansion = Toy.expand(Toy.SMALL, sweep);
    Expansion again = Toy.expand(expansion.resolved());
    assertThat(again.runs()).isEqualTo(expansion.runs());
    assertThat(again.resolved()).isEqualTo(expansion.resolved());
  }
}

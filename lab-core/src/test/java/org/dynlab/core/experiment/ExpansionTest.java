package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.core.experiment.Cadence.Every;
import org.dynlab.core.experiment.Cadence.LogSpaced;
import org.dynlab.core.model.Precision;
import org.dynlab.core.rule.Chain;
import org.dynlab.store.PlannedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {

  private static List<String> lines(Expansion expansion) {
    return expansion.runs().stream()
        .map(run -> run.index() + " " + run.point() + " " + run.seed())
        .toList();
  }

  private static List<String> hashes(Expansion expansion) {
    return expansion.runs().stream().map(RunSpec::hash).toList();
  }

  @Test
  void aSmallFileIsOneRunWithEveryDefault() {
    Expansion expansion = Toy.expand(Toy.SMALL);
    assertThat(lines(expansion)).containsExactly("0 {} 0");
    assertThat(Toy.LANGUAGE.run(expansion.runs().get(0).spec()))
        .isEqualTo(
            new RunDescription(
                "small",
                new Toy.Modular(Toy.Operation.ADD, 7, 0.5),
                new Toy.Mlp(List.of(8), true),
                Precision.FLOAT,
                BatchMode.full(),
                new Budget(10, Optional.empty()),
                Chain.of(new Toy.Sgd(new Toy.Constant(0.1))),
                Optional.empty(),
                List.of(),
                Checkpoints.STANDARD));
  }

  @Test
  void theGridIsInFileOrderWithSeedsInnermost() {
    assertThat(lines(Toy.expand(Toy.LARGE)))
        .containsExactly(
            "0 {optimizer=adamw, task.modulus=59} 0",
            "1 {optimizer=adamw, task.modulus=59} 1",
            "2 {optimizer=adamw, task.modulus=59} 2",
            "3 {optimizer=adamw, task.modulus=97} 0",
            "4 {optimizer=adamw, task.modulus=97} 1",
            "5 {optimizer=adamw, task.modulus=97} 2",
            "6 {optimizer=sgd, task.modulus=59} 0",
            "7 {optimizer=sgd, task.modulus=59} 1",
            "8 {optimizer=sgd, task.modulus=59} 2",
            "9 {optimizer=sgd, task.modulus=97} 0",
            "10 {optimizer=sgd, task.modulus=97} 1",
            "11 {optimizer=sgd, task.modulus=97} 2");
  }

  @Test
  void aRunHoldsOnlyItsOwnOptimizer() {
    RunSpec run = Toy.expand(Toy.LARGE).runs().get(6);
    RunDescription description = Toy.LANGUAGE.run(run.spec());
    assertThat(description.optimizer())
        .isEqualTo(
            Chain.of(new Toy.Sgd(new Toy.Cosine(0.1, 3000)), new Toy.Clip(new Toy.Constant(0.1))));
    assertThat(description.task()).isEqualTo(new Toy.Modular(Toy.Operation.DIVIDE, 59, 0.5));
    assertThat(description.batch()).isEqualTo(BatchMode.of(64));
    assertThat(description.budget().steps()).isEqualTo(3000);
    assertThat(description.probes())
        .containsExactly(
            new Probe(new Toy.Weights(), new Every(1)),
            new Probe(new Toy.Rank(List.of(1e-3, 1e-6)), new LogSpaced(100)));
    assertThat(run.spec())
        .hasToString(
            "{\"name\":\"adam-vs-sgd\","
                + "\"task\":{\"kind\":\"modular\",\"operation\":\"divide\",\"modulus\":59,"
                + "\"trainFraction\":0.5},"
                + "\"model\":{\"kind\":\"mlp\",\"hidden\":[128,64],\"bias\":false},"
                + "\"precision\":\"double\",\"batch\":64,"
                + "\"budget\":{\"steps\":3000,\"stopWhen\":{\"column\":\"eval.accuracy\","
                + "\"atLeast\":0.99,\"forSteps\":50}},"
                + "\"optimizer\":[{\"kind\":\"sgd\",\"learningRate\":{\"kind\":\"cosine\","
                + "\"peak\":0.1,\"steps\":3000}},"
                + "{\"kind\":\"clip\",\"limit\":{\"kind\":\"constant\",\"value\":0.1}}],"
                + "\"probes\":[{\"kind\":\"weights\",\"every\":1},"
                + "{\"kind\":\"rank\",\"epsilon\":[0.001,1.0E-6],\"logSpaced\":100}],"
                + "\"checkpoints\":{\"everySeconds\":60.0,\"keep\":[]}}");
  }

  @Test
  void severalOptimizersThatNobodyChoosesFromAreTheFirstAxis() {
    Expansion expansion =
        Toy.expand(
            Toy.LARGE,
            "sweep={seeds: [4, 2], over: {batch: [full, {size: 8, replacement: true}]}}");
    assertThat(lines(expansion).subList(0, 5))
        .containsExactly(
            "0 {optimizer=adamw, batch=full} 4",
            "1 {optimizer=adamw, batch=full} 2",
            "2 {optimizer=adamw, batch={size: 8, replacement: true}} 4",
            "3 {optimizer=adamw, batch={size: 8, replacement: true}} 2",
            "4 {optimizer=sgd, batch=full} 4");
  }

  @Test
  void settingsOfOneArmDoNotMultiplyTheRunsOfAnother() {
    Expansion expansion =
        Toy.expand(
            Toy.LARGE.replace(
                "{kind: adamw, learningRate: 0.01, weightDecay: 1.0}", "{kind: adamw}"),
            "sweep={over: {optimizer: [sgd, adamw], optimizer.adamw.0.learningRate: [0.1, 0.01]}}");
    assertThat(lines(expansion))
        .containsExactly(
            "0 {optimizer=sgd} 0",
            "1 {optimizer=adamw, optimizer.adamw.0.learningRate=0.1} 0",
            "2 {optimizer=adamw, optimizer.adamw.0.learningRate=0.01} 0");
  }

  @Test
  void wholePartsAndMissingPartsMayBeSwept() {
    Expansion expansion =
        Toy.expand(
            Toy.SMALL,
            "sweep.over={task: [parity, {kind: modular, modulus: 5}],"
                + " optimizer: [sgd, [{kind: adamw, learningRate: 1}, clip]],"
                + " budget.stopWhen: [null, {column: train.loss, atMost: 1}]}");
    assertThat(lines(expansion))
        .hasSize(8)
        .startsWith("0 {task=parity, optimizer=sgd, budget.stopWhen=null} 0")
        .endsWith(
            "7 {task={kind: modular, modulus: 5}, optimizer=[{kind: adamw, learningRate: 1}, clip],"
                + " budget.stopWhen={column: train.loss, atMost: 1}} 0");
  }

  @Test
  void expandingTwiceGivesTheSameRunsAndLeavesTheTreeAlone() {
    ExperimentFile file = Toy.file(Toy.LARGE);
    JsonNode before = file.tree().deepCopy();
    assertThat(Expansion.of(file, Toy.LANGUAGE)).isEqualTo(Expansion.of(file, Toy.LANGUAGE));
    assertThat(file.tree()).isEqualTo(before);
  }

  @Test
  void indicesCountTheRunsAndHashesTellThemApart() {
    Expansion expansion = Toy.expand(Toy.LARGE);
    assertThat(expansion.runs())
        .extracting(RunSpec::index)
        .isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(hashes(expansion)).doesNotHaveDuplicates().allMatch(h -> h.matches("[0-9a-f]{8}"));
    RunSpec seven = expansion.runs().get(7);
    assertThat(seven.planned().folder()).isEqualTo("007-" + seven.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {Toy.SMALL, Toy.LARGE})
  void theResolvedExperimentExpandsToTheSameRuns(String yaml) {
    Expansion expansion = Toy.expand(yaml);
    Expansion again = Toy.expand(expansion.resolved());
    assertThat(again.runs()).isEqualTo(expansion.runs());
    assertThat(again.experiment()).isEqualTo(expansion.experiment());
    assertThat(again.resolved()).isEqualTo(expansion.resolved());
  }

  @Test
  void aResolvedExperimentThatSweepsKindsExpandsToTheSameRunsToo() {
    Expansion expansion =
        Toy.expand(
            Toy.SMALL.replace(", modulus: 7", ""),
            "sweep.over={optimizer.kind: [sgd]}",
            "task=parity");
    assertThat(Toy.expand(expansion.resolved()).runs()).isEqualTo(expansion.runs());
  }

  @ParameterizedTest
  @ValueSource(strings = {Toy.SMALL, Toy.LARGE})
  void everySpecCanBeReadInAnotherProcess(String yaml) throws Exception {
    for (RunSpec run : Toy.expand(yaml).runs()) {
      String line = Toy.LANGUAGE.writer().toTree(run).toString();
      JsonNode received = new ObjectMapper().readTree(line);
      assertThat(Toy.LANGUAGE.reader().read(received, RunSpec.class, "")).isEqualTo(run);
      RunDescription description = Toy.LANGUAGE.run(received.get("spec"));
      assertThat(Toy.LANGUAGE.writer().toTree(description)).isEqualTo(run.spec());
    }
  }

  @Test
  void runsShareThePartsOfTheirSpecsAndHaveHashesOfTheirOwn() {
    List<RunSpec> runs = Toy.expand(Toy.LARGE).runs();
    assertThat(runs.get(11).spec().get("model")).isSameAs(runs.get(0).spec().get("model"));
    assertThat(runs)
        .allSatisfy(
            run -> assertThat(SpecHash.of(run.spec()).with(run.seed())).isEqualTo(run.hash()));
  }

  @Test
  void aPlanGivesTheRunsItsNumbers() {
    Expansion expansion = Toy.expand(Toy.LARGE);
    List<RunSpec> runs = expansion.runs();
    List<PlannedRun> plan =
        List.of(planned(0, runs.get(7)), planned(1, runs.get(0)), planned(2, runs.get(11)));
    List<RunSpec> numbered = expansion.numberedBy(plan);
    assertThat(numbered).extracting(RunSpec::planned).isEqualTo(plan);
    assertThat(numbered.get(0).spec()).isSameAs(runs.get(7).spec());
  }

  private static PlannedRun planned(int index, RunSpec run) {
    return new PlannedRun(index, run.hash(), run.seed(), run.point());
  }

  @Test
  void theExperimentSaysWhichColumnsItReads() {
    assertThat(Toy.expand(Toy.LARGE).experiment().columnsNamed())
        .containsExactly(
            Map.entry("budget.stopWhen.column", "eval.accuracy"),
            Map.entry("claims[0].stepsTo", "eval.accuracy"),
            Map.entry("claims[0].over", "train.accuracy"));
    assertThat(Toy.expand(Toy.SMALL).experiment().columnsNamed()).isEmpty();
  }
}

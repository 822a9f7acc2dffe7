package org.dynlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.instrument.Gauge;
import org.dynlab.core.instrument.Instrument;
import org.dynlab.core.instrument.Subject;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A good file with one or two changes, and every line it is answered with. */
class BadExperimentTest {
  private static final String NAME_RULE =
      "name: must be 1 to 80 letters, digits, '.', '_' or '-', beginning with a letter or digit, got ";

  static Stream<Arguments> parts() {
    return Stream.of(
        bad(List.of("name=../up"), NAME_RULE + "\"../up\""),
        bad(List.of("name=\"\""), NAME_RULE + "\"\""),
        bad(List.of("name=.hidden"), NAME_RULE + "\".hidden\""),
        bad(List.of("name=" + "a".repeat(81)), NAME_RULE + "\"" + "a".repeat(81) + "\""),
        bad(List.of("taks.modulus=43"), "taks: must be a known key, got taks (did you mean task?)"),
        bad(
            List.of("task.modulo=43"),
            "task.modulo: must be a known key, got modulo (did you mean modulus?)"),
        bad(List.of("task.modulus=1"), "task.modulus: must be in 2..1000, got 1"),
        bad(
            List.of("task.modulus=8", "task.operation=divide"),
            "task.modulus: must be prime for divide, got 8"),
        bad(
            List.of("task.trainFraction=1", "name=a/b"),
            "task.trainFraction: must lie strictly between 0 and 1, got 1.0",
            NAME_RULE + "\"a/b\""),
        bad(
            List.of("model.hidden=[8, 0]", "precision=half"),
            "model.hidden[1]: must be in 1..4096, got 0",
            "precision: must be one of float, double, got half"),
        bad(List.of("budget.steps=0"), "budget.steps: must be >= 1, got 0"),
        bad(
            List.of("budget.stopWhen={column: eval.loss}"),
            "budget.stopWhen: must have atLeast or atMost, got neither"),
        bad(
            List.of("budget.stopWhen={column: '', atLeast: 2, atMost: 1, forSteps: 0}"),
            "budget.stopWhen.column: must name a column, got \"\"",
            "budget.stopWhen.atMost: must not be below atLeast, got 1.0",
            "budget.stopWhen.forSteps: must be >= 1, got 0"),
        bad(
            List.of("budget.stopWhen={column: a, atLeast: NaN}"),
            "budget.stopWhen.atLeast: must be a number, got NaN"));
  }

  static Stream<Arguments> batches() {
    return Stream.of(
        bad(List.of("batch=0"), "batch: must be full or >= 1, got 0"),
        bad(
            List.of("batch=most"),
            "batch: must be full, a whole number or {size: ..., replacement: ...}, got \"most\""),
        bad(List.of("batch={size: 0}"), "batch: must be full or >= 1, got 0"),
        bad(
            List.of("batch={size: 8, replace: true}"),
            "batch.replace: must be a known key, got replace (did you mean replacement?)"),
        bad(List.of("batch=1.5"), "batch: must be a whole number, got 1.5"));
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
        bad(
            List.of("optimizer=[{kind: sgd, learningRate: -1}]"),
            "optimizer[0].learningRate: must be >= 0, got -1.0"),
        bad(List.of("optimizer.learningRate=NaN"), "optimizer.learningRate: must be >= 0, got NaN"),
        bad(List.of("optimizer=[]"), "optimizer: must have at least one link, got []"),
        bad(List.of("optimizer={}"), "optimizer: must have at least one arm, got {}"),
        bad(
            List.of("optimizer={a: [], b: , c d: sgd, e: [sdg]}"),
            "optimizer.a: must have at least one link, got []",
            "optimizer.b: must have a value, got nothing",
            "optimizer.e[0]: must be a known optimizer, got sdg (did you mean sgd?)"),
        bad(
            List.of("optimizer={c d: sgd}"),
            "optimizer.c d: must be named by letters, digits, '_' or '-', got \"c d\""),
        bad(
            List.of("optimizer=[{kind: adamw, learningRate: {kind: cos}}]"),
            "optimizer[0].learningRate.kind: must be a known schedule, got cos"
                + " (known kinds: constant, cosine)"));
  }

  static Stream<Arguments> probes() {
    return Stream.of(
        bad(
            List.of("probes=[{kind: weights, evry: 3}]"),
            "probes[0].evry: must be a known key, got evry (did you mean every?)"),
        bad(
            List.of("probes=[{kind: rank, epsilons: 3, every: 0}, {kind: wights, at: [3, 2]}]"),
            "probes[0].epsilons: must be a known key, got epsilons (did you mean epsilon?)",
            "probes[0].every: must be >= 1, got 0",
            "probes[1].kind: must be a known probe, got wights (did you mean weights?)",
            "probes[1].at[1]: must be >= 4, got 2"),
        bad(
            List.of("probes=[{kind: weights, every: 1, logSpaced: 3}]"),
            "probes[0]: must have one of every, logSpaced, first with logSpaced, at,"
                + " got every and logSpaced"),
        bad(
            List.of("probes=[{kind: weights, logSpaced: 1}]"),
            "probes[0].logSpaced: must be in 2..1000000, got 1"),
        bad(
            List.of("probes=[weights, rank, {kind: weights, every: 10}]"),
            "probes[2]: must be another instrument than those above it, got the one of probes[0]"
                + " (its columns would be there twice)"),
        bad(
            List.of("claims=[{that: x, stepTo: {a: 1}}]"),
            "claims[0]: must have no other keys than that, stepsTo, over, final, at, rise, fall,"
                + " correlation, correlationOverRuns, found, arm, against,"
                + " ratio, steps, value, share, got stepTo (did you mean stepsTo?)",
            "claims[0]: must have one of stepsTo, final, at, rise, fall, correlation,"
                + " correlationOverRuns and found, got nothing",
            "claims[0].steps: must be given, got nothing"));
  }

  static Stream<Arguments> sweeps() {
    return Stream.of(
        bad(List.of("sweep.seeds=0"), "sweep.seeds: must be in 1..100000, got 0"),
        bad(
            List.of("sweep.seeds=many"),
            "sweep.seeds: must be a whole number or a list of them, got \"many\""
                + " (5 means 0, 1, 2, 3, 4)"),
        bad(List.of("sweep.seeds=[]"), "sweep.seeds: must have at least one seed, got []"),
        bad(
            List.of("sweep.seeds=[1, 2, 1]", "task.modulus=1"),
            "sweep.seeds[2]: must be another seed than those before it, got 1",
            "task.modulus: must be in 2..1000, got 1"),
        bad(List.of("sweep.seeds=[1, x]"), "sweep.seeds[1]: must be a whole number, got \"x\""),
        bad(
            List.of("sweep.sedes=3"),
            "sweep.sedes: must be a known key, got sedes (did you mean seeds?)"),
        bad(
            List.of("sweep.over={task.modulus: [], name: [a], batch: 3}"),
            "sweep.over.batch: must be a list, got 3 (write [3])"),
        bad(
            List.of("sweep.over={task.modulus: [], name: [a], batch: [3, 3], a..b: [1]}"),
            "sweep.over.task.modulus: must have at least one value, got []",
            "sweep.over.name: must be a key of a run, got name"
                + " (name, sweep, latentStates and claims are the same for all runs)",
            "sweep.over.batch[1]: must be another value than those before it, got 3",
            "sweep.over.a..b: must be a path of keys, got a..b"
                + " (for example task.modulus or optimizer.0.learningRate)"),
        bad(
            List.of("sweep={seeds: 0, over: {task.modulus: [5], budget: [{steps: -1}]}}"),
            "sweep.seeds: must be in 1..100000, got 0",
            "budget.steps: must be >= 1, got -1"),
        bad(
            List.of("optimizer={a: sgd, b: sgd}", "sweep={over: {optimizer: [a, bb, 3]}}"),
            "sweep.over.optimizer[1]: must be one of a, b, got bb (did you mean b?)",
            "sweep.over.optimizer[2]: must be one of a, b, got 3"),
        bad(
            List.of("sweep={seeds: 60000, over: {batch: [1, 2]}}"),
            "sweep: must make at most 100000 runs, got 120000"),
        bad(List.of("sweep="), "sweep: must have a value, got nothing"));
  }

  static Stream<Arguments> grids() {
    return Stream.of(
        bad(
            List.of("task.operation=divide", "sweep.over={task.modulus: [7, 8, 11, 9]}"),
            "at task.modulus=8: task.modulus: must be prime for divide, got 8",
            "at task.modulus=9: task.modulus: must be prime for divide, got 9"),
        bad(
            List.of("budget.steps=0", "sweep={seeds: 5, over: {task.modulus: [7, 1]}}"),
            "budget.steps: must be >= 1, got 0",
            "at task.modulus=1: task.modulus: must be in 2..1000, got 1"),
        bad(
            List.of("sweep.over={task.modulus: [7, 1], batch: [full, 2, 3]}"),
            "at task.modulus=1, batch=full and 2 more points: task.modulus: must be in 2..1000,"
                + " got 1"),
        bad(
            List.of("sweep.over={task.modulo: [7, 1]}"),
            "task.modulo: must be a known key, got modulo (did you mean modulus?)"),
        bad(
            List.of("sweep.over={budget.steps.x: [7, 1]}"),
            "sweep: budget.steps: must be a mapping or a list to hold x, got 10"));
  }

  private static Arguments bad(List<String> overrides, String... lines) {
    return Arguments.of(overrides, List.of(lines));
  }

  @ParameterizedTest
  @MethodSource({"parts", "batches", "optimizers", "probes", "sweeps", "grids"})
  void everythingThatIsWrongIsSaidAtOnce(List<String> overrides, List<String> lines) {
    assertThatThrownBy(() -> Toy.expand(Toy.SMALL, overrides.toArray(String[]::new)))
        .isInstanceOf(UserError.class)
        .hasMessage(String.join("\n", lines.stream().map(line -> "toy.yaml: " + line).toList()));
  }

  @Test
  void aFileWithNearlyNothingIsAskedForWhatItNeeds() {
    assertThatThrownBy(() -> Toy.expand("nme: x\n"))
        .hasMessage(
            """
            toy.yaml: nme: must be a known key, got nme (did you mean name?)
            toy.yaml: name: must be given, got nothing (letters, digits, '.', '_' and '-'; the name\
             of the output folder)
            toy.yaml: task: must be given, got nothing (known kinds: modular, parity)
            toy.yaml: model: must be given, got nothing (known kinds: mlp)
            toy.yaml: budget: must be given, got nothing (how long a run may take, e.g.\
             {steps: 3000})
            toy.yaml: optimizer: must be given, got nothing (a list of links, or named lists to\
             compare)""");
  }

  record Timer(int every) implements Instrument {
    @Override
    public Gauge begin(Subject subject) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void anInstrumentWhoseKeyIsTheCadencesIsAMistakeOfTheProgram() {
    Catalogue<Instrument> instruments =
        new Catalogue<>("probe", Instrument.class, List.of(new Member<>("timer", Timer.class)));
    assertThatThrownBy(() -> new ExperimentLanguage(List.of(instruments)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timer cannot have a key every: it is the cadence's");
  }
}

package org.dynlab.optim.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.rule.Needs;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.OptimizerCatalogue;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.Cosine;
import org.dynlab.optim.schedule.Exponential;
import org.dynlab.optim.schedule.InverseTime;
import org.dynlab.optim.schedule.Linear;
import org.dynlab.optim.schedule.ScheduleCatalogue;
import org.dynlab.optim.schedule.Step;
import org.dynlab.optim.schedule.WarmUp;
import org.dynlab.store.Caveat;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LangevinYamlTest {
  private static final List<Catalogue<?>> CATALOGUES =
      List.of(OptimizerCatalogue.catalogue(), ScheduleCatalogue.catalogue());
  private static final Constant ONE = new Constant(1);
  private static final Constant RATE = new Constant(0.1);

  private static UpdateRule read(String yaml) {
    return new RecordReader(CATALOGUES)
        .read(new YamlSource("x.yaml", yaml).value(), UpdateRule.class, "x.yaml: ");
  }

  private static ContourSgld contour(EnergyBins bins, EnergyOf energy) {
    return new ContourSgld(RATE, 50, ONE, 0, 0.75, bins, new Constant(0.003), energy);
  }

  private static Arguments sgld(String schedule, UpdateRule rule) {
    return Arguments.of("{kind: sgld, examples: 50, learningRate: " + schedule + "}", rule);
  }

  private static Stream<Arguments> descriptions() {
    return Stream.of(
        sgld("0.1", new Sgld(RATE, 50, ONE, 0)),
        sgld("{kind: step, value: 1, every: 9}", new Sgld(new Step(1, 0.1, 9), 50, ONE, 0)),
        sgld("{kind: inverseTime, scale: 2}", new Sgld(new InverseTime(2, 0, 1), 50, ONE, 0)),
        sgld(
            "{kind: warmUp, steps: 3, value: {kind: cosine, peak: 1, steps: 9}}",
            new Sgld(new WarmUp(new Cosine(1, 0, 9, 0), 3), 50, ONE, 0)),
        Arguments.of(
            "{kind: sgld, learningRate: 0.1, examples: 2244, weightDecay: 2,"
                + " temperature: {kind: exponential, from: 1, to: 0.01, steps: 100}}",
            new Sgld(RATE, 2244, new Exponential(1, 0.01, 100), 2)),
        Arguments.of(
            "{kind: psgld, learningRate: 0.1, examples: 50}",
            new Psgld(RATE, 50, ONE, 0, 0.99, 1e-5)),
        Arguments.of(
            "{kind: sghmc, learningRate: 0.1, examples: 50}", new Sghmc(RATE, 0.1, 50, ONE, 0)),
        Arguments.of(
            "{kind: sgnht, learningRate: 0.1, examples: 50}", new Sgnht(RATE, 0.02, 50, ONE, 0)),
        Arguments.of(
            "{kind: underdampedLangevin, timeStep: 0.1, examples: 50, friction: 1}",
            new UnderdampedLangevin(RATE, 1, 50, ONE, 0)),
        Arguments.of(
            "{kind: contourSgld, learningRate: 0.1, examples: 50}",
            contour(new EnergyBins(0, 0.05, 100), EnergyOf.FULL_BATCH)),
        Arguments.of(
            "{kind: contourSgld, learningRate: 0.1, examples: 50, energy: minibatch,"
                + " bins: {lowest: -1, width: 0.2, count: 30}}",
            contour(new EnergyBins(-1, 0.2, 30), EnergyOf.MINIBATCH)),
        Arguments.of("annealedGradientNoise", new AnnealedGradientNoise(new Constant(0.01), 0.55)),
        Arguments.of("{kind: updateNoise, scale: 1}", new UpdateNoise(ONE)),
        Arguments.of(
            "{kind: weightNoise, sigma: {kind: linear, from: 0.1, to: 0, steps: 10}}",
            new WeightNoise(new Linear(0.1, 0, 10))));
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void yamlGivesTheRecordAndTheRecordGivesItBack(String yaml, UpdateRule expected) {
    assertThat(read(yaml)).isEqualTo(expected);
    var tree = new RecordWriter(CATALOGUES).toTree(expected);
    assertThat(new RecordReader(CATALOGUES).read(tree, UpdateRule.class, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sgld  | learningRate: 0                      | learningRate: must be > 0, got 0.0
          sgld  | learningRate: -1                     | learningRate: must be >= 0, got -1.0
          sgld  | learningRate: .nan                   | learningRate: must be >= 0, got NaN
          sgld  | learningRate: 1, temperature: -1     | temperature: must be >= 0, got -1.0
          sgld  | learningRate: 1, temperature: .nan   | temperature: must be >= 0, got NaN
          sgld  | learningRate: 1, examples: 0         | examples: must be >= 1, got 0
          sgld  | learningRate: 1, weightDecay: -1     | weightDecay: must be >= 0, got -1.0
          psgld | learningRate: 1, decay: 1            | decay: must be in [0, 1), got 1.0
          psgld | learningRate: 1, epsilon: 0          | epsilon: must be > 0, got 0.0
          psgld | learningRate: 1, temperature: .inf   | temperature: must be >= 0, got Infinity
          sghmc | learningRate: -0.1                   | learningRate: must be >= 0, got -0.1
          sgnht | learningRate: 1, examples: -3        | examples: must be >= 1, got -3
          underdampedLangevin | timeStep: 0            | timeStep: must be > 0, got 0.0
          underdampedLangevin | timeStep: -1           | timeStep: must be >= 0, got -1.0
          contourSgld | learningRate: 1, bins: {width: 0}    | bins.width: must be > 0, got 0.0
          contourSgld | learningRate: 1, bins: {width: .nan} | bins.width: must be > 0, got NaN
          contourSgld | learningRate: 1, bins: {count: 1}    | bins.count: must be in 2..100000, got 1
          contourSgld | learningRate: 1, bins: {lowest: .inf} | bins.lowest: must be finite, got Infinity
          contourSgld | learningRate: 1, flattening: 1.5     | flattening: must be in [0, 1], got 1.5
          contourSgld | learningRate: 1, flattening: .nan    | flattening: must be in [0, 1], got NaN
          contourSgld | learningRate: 1, gain: 1   | gain: must lie strictly between 0 and 1, got 1.0
          contourSgld | learningRate: 1, gain: 0   | gain: must lie strictly between 0 and 1, got 0.0
          """)
  void badNumbersOfSamplersAreNamed(String kind, String rest, String message) {
    String examples = rest.contains("examples") ? "" : "examples: 50, ";
    assertThatThrownBy(() -> read("{kind: " + kind + ", " + examples + rest + "}"))
        .isInstanceOf(UserError.class)
        .hasMessage("x.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "sghmc, learningRate, 0, 0.0", "sghmc, learningRate, 1.1, 1.1",
    "sgnht, learningRate, -0.1, -0.1", "sgnht, learningRate, .nan, NaN",
    "underdampedLangevin, timeStep, 0, 0.0", "underdampedLangevin, timeStep, 2, 2.0"
  })
  void frictionIsAShare(String kind, String step, String friction, String got) {
    String rest = ": 0.1, examples: 50, friction: " + friction + "}";
    assertThatThrownBy(() -> read("{kind: " + kind + ", " + step + rest))
        .hasMessage(
            "x.yaml: friction: must be in (0, 1], got "
                + got
                + " (the share of the velocity that one update takes away)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: annealedGradientNoise, eta: -1}     | eta: must be >= 0, got -1.0
          {kind: annealedGradientNoise, gamma: .nan} | gamma: must be >= 0, got NaN
          {kind: updateNoise, scale: -1}             | scale: must be >= 0, got -1.0
          {kind: weightNoise, sigma: .nan}           | sigma: must be >= 0, got NaN
          """)
  void badNumbersOfLinksAreNamed(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml)).hasMessage("x.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource({"sgld", "psgld", "sghmc", "sgnht", "contourSgld"})
  void allProblemsAreReportedAtOnceAndTheNumberOfExamplesIsNeverGuessed(String kind) {
    assertThatThrownBy(
            () -> read("{kind: " + kind + ", learningRate: 0, temperature: -1, weightDecay: -1}"))
        .hasMessageContainingAll(
            "x.yaml: learningRate: must be > 0, got 0.0",
            "x.yaml: examples: must be given, got nothing",
            "x.yaml: temperature: must be >= 0, got -1.0",
            "x.yaml: weightDecay: must be >= 0, got -1.0");
  }

  @ParameterizedTest
  @CsvSource({"updateNoise, scale", "weightNoise, sigma"})
  void theSizeOfNoiseMustBeGiven(String kind, String component) {
    assertThatThrownBy(() -> read(kind))
        .hasMessageStartingWith("x.yaml: " + component + ": must be given, got nothing");
  }

  @Test
  void contourSgldAsksForTheWholeTrainingSetUnlessMinibatchIsWritten() {
    EnergyBins bins = new EnergyBins(0, 0.05, 100);
    assertThat(contour(bins, EnergyOf.FULL_BATCH).needs().fullBatch().orElseThrow())
        .contains("energy: minibatch");
    Needs loose = contour(bins, EnergyOf.MINIBATCH).needs();
    assertThat(loose.fullBatch()).isEmpty();
    assertThat(loose.caveats()).extracting(Caveat::name).containsExactly("minibatchEnergy");
  }
}

package org.dynlab.optim.wand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.describe.RecordReader;
import org.dynlab.core.describe.RecordWriter;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.OptimizerCatalogue;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.ScheduleCatalogue;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WandYamlTest {
  private static final List<Catalogue<?>> CATALOGUES =
      List.of(OptimizerCatalogue.catalogue(), ScheduleCatalogue.catalogue());

  private static UpdateRule read(String yaml) {
    return new RecordReader(CATALOGUES)
        .read(new YamlSource("x.yaml", yaml).value(), UpdateRule.class, "x.yaml: ");
  }

  private static Stream<Arguments> descriptions() {
    Wand published = Wands.published();
    AdamW usual = new AdamW(new Constant(1e-3), 0.01, 0.9, 0.999, 1e-8, DecayOn.ALL);
    AdamW strong = new AdamW(new Constant(3e-3), 1, 0.9, 0.999, 1e-8, DecayOn.ALL);
    return Stream.of(
        Arguments.of("wand", published),
        Arguments.of(
            "{kind: wand, timeStep: 3.0e-3, temperature: 0.5, friction: 0.5, targetLogLoss: -8}",
            published),
        Arguments.of(
            "{kind: wand, temperature: 0, bias: 100, wangLandau: {increment: 0}}",
            Wands.of(3e-3, 0, 0.5, 100, Wands.NO_HISTOGRAM)),
        Arguments.of(
            "{kind: wand, lowerWall: -12, forceCap: 2}",
            Wands.withLimits(published, Optional.of(-12.0), Optional.of(2.0))),
        Arguments.of(
            "{kind: wand, targetLogLoss: -6, cooling: {from: 0, steps: 1000}}",
            Wands.withCooling(published, -6, Optional.of(new LogLossCooling(0, 1000)))),
        Arguments.of(
            "{kind: wand, energy: minibatch, logLoss: false}",
            Wands.ofLoss(published, Energy.MINIBATCH)),
        Arguments.of("wandAdamW", new WandAdamW(published, usual, 0.1, false)),
        Arguments.of(
            "{kind: wandAdamW, wand: {friction: 0.5},"
                + " adamw: {learningRate: 3.0e-3, weightDecay: 1}, leaksTest: true}",
            new WandAdamW(published, strong, 0.1, true)));
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
          timeStep: -1                    | timeStep: must be > 0, got -1.0
          timeStep: 0                     | timeStep: must be > 0, got 0.0
          timeStep: .nan                  | timeStep: must be > 0, got NaN
          temperature: -0.5               | temperature: must be >= 0, got -0.5
          temperature: .nan               | temperature: must be >= 0, got NaN
          friction: 0                     | friction: must be in (0, 1], got 0.0
          friction: 1.5                   | friction: must be in (0, 1], got 1.5
          friction: .nan                  | friction: must be in (0, 1], got NaN
          targetLogLoss: .inf             | targetLogLoss: must be a finite number, got Infinity
          targetLogLoss: .nan             | targetLogLoss: must be a finite number, got NaN
          bias: -1                        | bias: must be >= 0, got -1.0
          forceCap: 0                     | forceCap: must be > 0, got 0.0
          lowerWall: -7                   | lowerWall: must be <= targetLogLoss, got -7.0 (targetLogLoss is -8.0)
          lowerWall: .nan                 | lowerWall: must be <= targetLogLoss, got NaN (targetLogLoss is -8.0)
          cooling: {from: -9, steps: 5}   | cooling.from: must be >= targetLogLoss, got -9.0 (targetLogLoss is -8.0)
          cooling: {from: 0, steps: 0}    | cooling.steps: must be >= 1, got 0
          cooling: {from: .nan, steps: 1} | cooling.from: must be a finite number, got NaN
          wangLandau: {increment: -1}     | wangLandau.increment: must be >= 0, got -1.0
          wangLandau: {riseTime: 0}       | wangLandau.riseTime: must be > 0, got 0.0
          wangLandau: {binWidth: 0}       | wangLandau.binWidth: must be > 0, got 0.0
          wangLandau: {binWidth: .nan}    | wangLandau.binWidth: must be > 0, got NaN
          wangLandau: {binWidth: 1.0e-9}  | wangLandau.binWidth: must give at most 10000000 bins, got 25000000000
          wangLandau: {kernelBins: 0}     | wangLandau.kernelBins: must be > 0, got 0.0
          wangLandau: {cutoff: .inf}      | wangLandau.cutoff: must be > 0, got Infinity
          wangLandau: {kernelBins: 200}   | wangLandau.kernelBins: must give a kernel that fits into the range, got 1601 bins wide (the range has 1250 bins)
          wangLandau: {from: 5}           | wangLandau.to: must be > from, got 5.0 (from is 5.0)
          """)
  void badNumbersAreNamed(String key, String message) {
    assertThatThrownBy(() -> read("{kind: wand, " + key + "}"))
        .isInstanceOf(UserError.class)
        .hasMessage("x.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-0.1", ".nan"})
  void theValidationShareLiesBetweenNothingAndAll(String share) {
    assertThatThrownBy(() -> read("{kind: wandAdamW, validationShare: " + share + "}"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("x.yaml: validationShare: must lie strictly between 0 and 1, got");
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "{kind: wandAdamW, wand: {friction: 0, timeStep: -1,"
                        + " wangLandau: {binWidth: 0}}, validationShare: 2}"))
        .hasMessageContainingAll(
            "wand.friction: must be in (0, 1]",
            "wand.timeStep: must be > 0",
            "wand.wangLandau.binWidth: must be > 0",
            "validationShare: must lie strictly");
  }
}

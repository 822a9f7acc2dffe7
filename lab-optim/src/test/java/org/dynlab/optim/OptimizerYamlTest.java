package org.dynlab.optim;

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
import org.dynlab.optim.descent.Adam;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.AddDecayedWeights;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.descent.Descend;
import org.dynlab.optim.descent.Lion;
import org.dynlab.optim.descent.Momentum;
import org.dynlab.optim.descent.NesterovAdam;
import org.dynlab.optim.descent.Rmsprop;
import org.dynlab.optim.descent.ScaleByAdam;
import org.dynlab.optim.descent.ScaleByLion;
import org.dynlab.optim.descent.ScaleByMomentum;
import org.dynlab.optim.descent.ScaleByNesterovAdam;
import org.dynlab.optim.descent.ScaleByRootMeanSquare;
import org.dynlab.optim.descent.Sgd;
import org.dynlab.optim.gradient.ClipByGlobalNorm;
import org.dynlab.optim.gradient.ClipByValue;
import org.dynlab.optim.gradient.EqualisedGradient;
import org.dynlab.optim.gradient.EqualisedGradient.Form;
import org.dynlab.optim.gradient.FixedNorm;
import org.dynlab.optim.gradient.GrokfastEma;
import org.dynlab.optim.gradient.GrokfastMa;
import org.dynlab.optim.gradient.Muon;
import org.dynlab.optim.gradient.NormaliseGradient;
import org.dynlab.optim.gradient.NormaliseGradient.Length;
import org.dynlab.optim.gradient.OrthogonalGradient;
import org.dynlab.optim.gradient.OrthogonaliseUpdate;
import org.dynlab.optim.linesearch.Lbfgs;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.optim.schedule.Cosine;
import org.dynlab.optim.schedule.ScheduleCatalogue;
import org.dynlab.optim.schedule.WarmUp;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerYamlTest {
  private static final List<Catalogue<?>> CATALOGUES =
      List.of(OptimizerCatalogue.catalogue(), ScheduleCatalogue.catalogue());

  private static final Constant TENTH = new Constant(0.1);

  private static final Muon MUON =
      new Muon(
          new Constant(0.02),
          0,
          0.95,
          true,
          5,
          List.of("layer1.W"),
          new AdamW(new Constant(3e-4), 0, 0.9, 0.95, 1e-10, DecayOn.ALL));

  private static UpdateRule read(String yaml) {
    return new RecordReader(CATALOGUES)
        .read(new YamlSource("x.yaml", yaml).value(), UpdateRule.class, "x.yaml: ");
  }

  private static Stream<Arguments> descriptions() {
    return Stream.of(
        Arguments.of("{kind: sgd, learningRate: 0.1}", new Sgd(TENTH, 0, DecayOn.ALL)),
        Arguments.of(
            "{kind: momentum, learningRate: 0.1}", new Momentum(TENTH, 0.9, false, 0, DecayOn.ALL)),
        Arguments.of("adam", new Adam(new Constant(1e-3), 0.9, 0.999, 1e-8, 0, DecayOn.ALL)),
        Arguments.of("adamw", new AdamW(new Constant(1e-3), 0.01, 0.9, 0.999, 1e-8, DecayOn.ALL)),
        Arguments.of(
            "{kind: adamw, learningRate: 0.1, weightDecay: 5, beta2: 0.98, decayOn: weights}",
            new AdamW(TENTH, 5, 0.9, 0.98, 1e-8, DecayOn.WEIGHTS)),
        Arguments.of(
            "{kind: sgd, learningRate: {kind: warmUp, value: 0.1, steps: 10}}",
            new Sgd(new WarmUp(0.1, 10), 0, DecayOn.ALL)),
        Arguments.of(
            "{kind: descend, learningRate: {kind: cosine, peak: 0.1, steps: 10}}",
            new Descend(new Cosine(0.1, 0, 10, 0))),
        Arguments.of("scaleByAdam", new ScaleByAdam(0.9, 0.999, 1e-8)),
        Arguments.of("scaleByMomentum", new ScaleByMomentum(0.9, false)),
        Arguments.of(
            "{kind: addDecayedWeights, weightDecay: 0.1}",
            new AddDecayedWeights(0.1, DecayOn.ALL)));
  }

  private static Stream<Arguments> filters() {
    return Stream.of(
        Arguments.of("grokfastMa", new GrokfastMa(100, 5, false)),
        Arguments.of("{kind: grokfastEma, lambda: 0}", new GrokfastEma(0.98, 0)),
        Arguments.of("orthogonalGradient", new OrthogonalGradient()),
        Arguments.of("equalisedGradient", new EqualisedGradient(Form.SVD, 1e-6)),
        Arguments.of(
            "{kind: equalisedGradient, form: columns, floor: 0.01}",
            new EqualisedGradient(Form.COLUMNS, 0.01)),
        Arguments.of("normaliseGradient", new NormaliseGradient(Length.RMS)),
        Arguments.of("{kind: normaliseGradient, to: norm}", new NormaliseGradient(Length.NORM)),
        Arguments.of("orthogonaliseUpdate", new OrthogonaliseUpdate(5)),
        Arguments.of("{kind: muon, adamwBlocks: [layer1.W]}", MUON),
        Arguments.of("lbfgs", new Lbfgs(new Constant(1), 50, 1e-4, 0.9, 25, 1e-7, 1e-9)),
        Arguments.of("{kind: clipByGlobalNorm, maxNorm: 1}", new ClipByGlobalNorm(1)),
        Arguments.of("{kind: clipByValue, limit: 0.5}", new ClipByValue(0.5)),
        Arguments.of(
            "{kind: sgd, learningRate: 0.1, weightDecay: 1, decayOn: weights}",
            new Sgd(TENTH, 1, DecayOn.WEIGHTS)),
        Arguments.of(
            "nesterovAdam",
            new NesterovAdam(new Constant(2e-3), 0.9, 0.999, 1e-8, 4e-3, 0, DecayOn.ALL)),
        Arguments.of(
            "rmsprop", new Rmsprop(new Constant(0.01), 0.99, 1e-8, 0, false, 0, DecayOn.ALL)),
        Arguments.of("lion", new Lion(new Constant(1e-4), 0, 0.9, 0.99, DecayOn.ALL)),
        Arguments.of("scaleByNesterovAdam", new ScaleByNesterovAdam(0.9, 0.999, 1e-8, 0.004)),
        Arguments.of("scaleByRootMeanSquare", new ScaleByRootMeanSquare(0.99, 1e-8, false)),
        Arguments.of("scaleByLion", new ScaleByLion(0.9, 0.99)),
        Arguments.of("fixedNorm", new FixedNorm(Optional.empty())),
        Arguments.of("{kind: fixedNorm, norm: 33.8}", new FixedNorm(Optional.of(33.8))));
  }

  @ParameterizedTest
  @MethodSource({"descriptions", "filters"})
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
          {kind: sgd, learningRate: 0}                   | learningRate: must be > 0, got 0.0
          {kind: sgd, learningRate: -1}                  | learningRate: must be >= 0, got -1.0
          {kind: sgd, learningRate: .nan}                | learningRate: must be >= 0, got NaN
          {kind: sgd, learningRate: 1, weightDecay: -1}  | weightDecay: must be >= 0, got -1.0
          {kind: descend, learningRate: 0}               | learningRate: must be > 0, got 0.0
          {kind: adamw, beta1: 1}                        | beta1: must be in [0, 1), got 1.0
          {kind: adam, beta2: -0.1}                      | beta2: must be in [0, 1), got -0.1
          {kind: adamw, epsilon: 0}                      | epsilon: must be > 0, got 0.0
          {kind: adamw, epsilon: .nan}                   | epsilon: must be > 0, got NaN
          {kind: scaleByAdam, beta1: .nan}               | beta1: must be in [0, 1), got NaN
          {kind: scaleByMomentum, momentum: 1}           | momentum: must be in [0, 1), got 1.0
          {kind: momentum, learningRate: 1, momentum: 2} | momentum: must be in [0, 1), got 2.0
          {kind: clipByGlobalNorm, maxNorm: 0}           | maxNorm: must be > 0, got 0.0
          {kind: clipByValue, limit: -1}                 | limit: must be > 0, got -1.0
          {kind: fixedNorm, norm: 0}                     | norm: must be > 0, got 0.0
          {kind: fixedNorm, norm: .nan}                  | norm: must be > 0, got NaN
          {kind: nesterovAdam, learningRate: 0}          | learningRate: must be > 0, got 0.0
          {kind: nesterovAdam, momentumDecay: -1}        | momentumDecay: must be >= 0, got -1.0
          {kind: nesterovAdam, beta2: .nan}              | beta2: must be in [0, 1), got NaN
          {kind: rmsprop, learningRate: .nan}            | learningRate: must be >= 0, got NaN
          {kind: rmsprop, decay: 1}                      | decay: must be in [0, 1), got 1.0
          {kind: rmsprop, momentum: -0.1}                | momentum: must be in [0, 1), got -0.1
          {kind: lion, beta1: 1}                         | beta1: must be in [0, 1), got 1.0
          {kind: lion, weightDecay: -1}                  | weightDecay: must be >= 0, got -1.0
          {kind: grokfastMa, window: 0}                  | window: must be >= 1, got 0
          {kind: grokfastMa, lambda: -1}                 | lambda: must be >= 0, got -1.0
          {kind: grokfastEma, lambda: .nan}              | lambda: must be >= 0, got NaN
          {kind: grokfastEma, alpha: 1}                  | alpha: must be in [0, 1), got 1.0
          {kind: equalisedGradient, floor: 0}            | floor: must be > 0, got 0.0
          {kind: orthogonaliseUpdate, iterations: 0}     | iterations: must be in 1..100, got 0
          {kind: muon, learningRate: 0}                  | learningRate: must be > 0, got 0.0
          {kind: muon, momentum: .nan}                   | momentum: must be in [0, 1), got NaN
          {kind: muon, adamw: {beta1: 1}}                | adamw.beta1: must be in [0, 1), got 1.0
          {kind: lbfgs, learningRate: -1}                | learningRate: must be >= 0, got -1.0
          {kind: lbfgs, history: 0}                      | history: must be >= 1, got 0
          {kind: lbfgs, c2: 1}                           | c2: must lie strictly between 0 and 1, got 1.0
          {kind: lbfgs, c1: 0.95}                        | c1: must be < c2, 0.9, got 0.95
          {kind: lbfgs, maxEvaluations: 0}               | maxEvaluations: must be >= 1, got 0
          {kind: lbfgs, gradientTolerance: .nan}         | gradientTolerance: must be >= 0, got NaN
          {kind: addDecayedWeights, weightDecay: .inf}   | weightDecay: must be >= 0, got Infinity
          """)
  void badNumbersAreNamed(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UserError.class)
        .hasMessage("x.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource({"sgd", "momentum", "descend"})
  void aLearningRateMustBeGivenWhereThereIsNoUsualOne(String kind) {
    assertThatThrownBy(() -> read("{kind: " + kind + "}"))
        .hasMessageStartingWith("x.yaml: learningRate: must be given, got nothing")
        .hasMessageContaining("constant, warmUp, cosine");
  }

  @ParameterizedTest
  @CsvSource({"adam", "adamw"})
  void allProblemsAreReportedAtOnce(String kind) {
    assertThatThrownBy(
            () -> read("{kind: " + kind + ", learningRate: -1, beta1: 1, weightDecay: -1}"))
        .hasMessageContainingAll(
            "x.yaml: learningRate: must be >= 0, got -1.0",
            "x.yaml: beta1: must be in [0, 1), got 1.0",
            "x.yaml: weightDecay: must be >= 0, got -1.0");
  }

  @ParameterizedTest
  @CsvSource({"sgd", "momentum"})
  void aMissingLearningRateDoesNotHideOtherProblems(String kind) {
    assertThatThrownBy(() -> read("{kind: " + kind + ", weightDecay: -1}"))
        .hasMessageContainingAll("learningRate: must be given", "weightDecay: must be >= 0");
  }
}

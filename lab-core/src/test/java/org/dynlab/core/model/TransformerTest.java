package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.SequenceFeatures;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransformerTest {
  private static final int ROWS = 9;

  static List<Transformer> models() {
    List<Transformer> models = new ArrayList<>();
    for (NormPlacement norm : NormPlacement.values()) {
      for (int blocks : new int[] {1, 2, 3}) {
        models.add(Transformers.options().norm(norm).blocks(blocks).small());
        models.add(Transformers.options().norm(norm).blocks(blocks).causal(false).small());
      }
    }
    models.add(Transformers.options().activation(Activation.RELU).biases(true).blocks(2).small());
    models.add(Transformers.options().embeddingScale(3).sized(1, 5, 7));
    models.add(Transformers.options().outputs(TransformerOutputs.VOCABULARY).sized(6, 12, 4));
    return models;
  }

  @ParameterizedTest
  @MethodSource("models")
  void lossAndTapsAreThoseOfPlainLoopsOverEveryToken(Transformer model) {
    Examples examples = Transformers.mixed(ROWS);
    Network network = model.build(examples, Precision.DOUBLE, new SeedTree(2));
    Transformers.disturb(network);
    SlowTransformer slow = new SlowTransformer(model, network.layout(), network.read());
    double expected = 0;
    List<Matrix> taps = network.hiddenOutputs(network.stageInputs(examples.features()), ROWS);
    Matrix readOutInput = taps.get(taps.size() - 1);
    for (int i = 0; i < ROWS; i++) {
      int[] symbols = symbols(examples, i);
      expected += crossEntropy(slow.logits(symbols), examples, i);
      assertThat(readOutInput.array().getRow(i).toDoubleVector())
          .containsExactly(slow.readOutInput(symbols), within(1e-12));
    }
    assertThat(network.evaluate(network.stage(examples)).loss())
        .isCloseTo(expected, within(1e-12 * expected));
  }

  private static int[] symbols(Examples examples, int row) {
    SequenceFeatures sequences = (SequenceFeatures) examples.features();
    int[] symbols = new int[sequences.width()];
    Arrays.setAll(symbols, t -> sequences.symbol(row, t));
    return symbols;
  }

  private static double crossEntropy(double[] z, Examples examples, int row) {
    double sum = Arrays.stream(z).map(Math::exp).sum();
    return Math.log(sum) - z[((ClassTargets) examples.targets()).label(row)];
  }

  @ParameterizedTest
  @MethodSource("models")
  void evaluatingAgreesWithTheGradientPassAndChangesNothing(Transformer model) {
    Examples examples = Transformers.sequences(50);
    Network network = model.build(examples, Precision.FLOAT, new SeedTree(2));
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    LossSum first = network.gradient(staged, 0, gradient);
    assertThat(network.evaluate(staged)).isEqualTo(first);
    double[] again = new double[gradient.length];
    network.gradient(staged, 1, again);
    assertThat(again).isEqualTo(gradient);
  }

  @ParameterizedTest
  @MethodSource("models")
  void floatsGiveTheNumbersOfDoublesNearly(Transformer model) {
    Examples examples = Transformers.sequences(50);
    Network coarse = model.build(examples, Precision.FLOAT, new SeedTree(2));
    Network fine = model.build(examples, Precision.DOUBLE, new SeedTree(2));
    Transformers.disturb(coarse);
    fine.write(coarse.read());
    double[] a = new double[coarse.layout().size()];
    double[] b = a.clone();
    double loss = coarse.gradient(coarse.stage(examples), 0, a).loss();
    double expected = fine.gradient(fine.stage(examples), 0, b).loss();
    assertThat(loss).isCloseTo(expected, within(1e-6 * expected));
    assertThat(a).containsExactly(b, within(1e-5));
  }

  @Test
  void everyBlockHasTapsAndTheLastIsWhatTheReadOutSees() {
    Examples examples = Transformers.sequences(4);
    Transformer plain = Transformers.options().blocks(2).small();
    Transformer pre = Transformers.options().norm(NormPlacement.PRE).small();
    assertThat(plain.build(examples, Precision.FLOAT, new SeedTree(1)).hidden())
        .extracting(Tap::name)
        .containsExactly("block1.mlp", "block1.out", "block2.mlp", "block2.out");
    assertThat(pre.build(examples, Precision.FLOAT, new SeedTree(1)).hidden())
        .extracting(Tap::name)
        .containsExactly("block1.mlp", "block1.out", "norm.out");
  }

  @Test
  void tapsOfAnInnerBlockAreThoseOfItsLastToken() {
    Examples examples = Transformers.mixed(ROWS);
    Transformer two = Transformers.options().blocks(2).small();
    Transformer one = Transformers.options().blocks(1).small();
    Network deep = two.build(examples, Precision.DOUBLE, new SeedTree(1));
    Network shallow = one.build(examples, Precision.DOUBLE, new SeedTree(1));
    List<Matrix> inner = deep.hiddenOutputs(deep.stageInputs(examples.features()), ROWS);
    List<Matrix> outer = shallow.hiddenOutputs(shallow.stageInputs(examples.features()), ROWS);
    assertThat(inner.get(0).array()).isEqualTo(outer.get(0).array());
    assertThat(inner.get(1).array()).isEqualTo(outer.get(1).array());
  }

  @Test
  void layoutNamesTheBlocksOfTheFlatVector() {
    Transformer model = Transformers.options().norm(NormPlacement.PRE).biases(true).small();
    Network network = model.build(Transformers.sequences(3), Precision.FLOAT, new SeedTree(1));
    assertThat(network.layout().blocks())
        .extracting(ParameterBlock::name)
        .startsWith("embedding.W", "position.W", "block1.norm1.g", "block1.norm1.b")
        .contains(
            "block1.attention.query.W",
            "block1.attention.query.b",
            "block1.attention.out.W",
            "block1.mlp.in.b")
        .endsWith("norm.g", "norm.b", "output.W", "output.b")
        .doesNotHaveDuplicates();
    List<String> places = network.layout().weights().stream().map(ParameterBlock::layer).toList();
    assertThat(places).doesNotHaveDuplicates();
  }

  @Test
  void dropoutDrawsAnewEveryStepAndNotInEvaluation() {
    Examples examples = Transformers.sequences(30);
    Transformers.Options options = Transformers.options().blocks(2);
    Network plain = options.small().build(examples, Precision.DOUBLE, new SeedTree(1));
    Network dropping =
        options.dropout(0.4).small().build(examples, Precision.DOUBLE, new SeedTree(1));
    assertThat(dropping.stochastic()).isTrue();
    assertThat(plain.stochastic()).isFalse();
    StagedExamples staged = dropping.stage(examples);
    double[] gradient = new double[dropping.layout().size()];
    double first = dropping.gradient(staged, 0, gradient).loss();
    double second = dropping.gradient(staged, 1, gradient).loss();
    double again = dropping.gradient(staged, 0, gradient).loss();
    assertThat(second).isNotEqualTo(first);
    assertThat(again).isEqualTo(first);
    double expected = plain.evaluate(plain.stage(examples)).loss();
    assertThat(dropping.evaluate(staged).loss()).isEqualTo(expected);
  }

  @Test
  void inputsThatAreNoSequencesAreRefusedWithAHint() {
    Transformer model = Transformers.options().small();
    Examples dense = Networks.dense(3, 4, 2);
    assertThatThrownBy(() -> model.build(dense, Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "model: transformer reads sequences of symbols, which this task does not give"
                + " (try task.encoding: sequence, or model.kind: mlp)");
  }

  @Test
  void aReadOutOfSymbolsNeedsAsManySymbolsAsClasses() {
    Transformer model = Transformers.options().outputs(TransformerOutputs.VOCABULARY).small();
    Examples examples =
        new Examples(
            new SequenceFeatures(new int[] {0, 1, 2}, 3, 3), new ClassTargets(new int[] {4}, 5));
    assertThatThrownBy(() -> model.build(examples, Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "model.outputs: must be classes where there are more of them than symbols,"
                + " got 5 classes and 3 symbols");
  }

  @Test
  void everyWrongNumberOfAModelIsNamed() {
    assertThatThrownBy(
            () ->
                Transformers.options()
                    .blocks(9)
                    .dropout(Double.NaN)
                    .embeddingScale(0)
                    .initScale(-1)
                    .sized(3, 8, 0))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            blocks: must be in 1..8, got 9
            feedForward: must be in 1..65536, got 0
            dropout: must be in [0, 1), got NaN
            embeddingScale: must be > 0, got 0.0
            initScale: must be > 0, got -1.0
            width: must be a multiple of heads = 3, got 8\
            """);
  }
}

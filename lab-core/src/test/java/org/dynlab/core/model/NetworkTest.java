package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.TokenFeatures;
import org.dynlab.store.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

  @ParameterizedTest
  @EnumSource(Precision.class)
  void tokensAndTheirOneHotRowsGiveTheSameNumbers(Precision precision) {
    Examples tokens = Networks.tokens(40, 14, 7);
    TokenFeatures features = (TokenFeatures) tokens.features();
    Examples dense = new Examples(features.toDense(), tokens.targets());
    Mlp model = Networks.mlp(Activation.TANH, Loss.SOFTMAX_CROSS_ENTROPY, true, 11);
    Network first = model.build(tokens, precision, new SeedTree(1));
    Network second = model.build(dense, precision, new SeedTree(1));
    assertThat(first.read()).isEqualTo(second.read());
    double[] a = new double[first.layout().size()];
    double[] b = a.clone();
    LossSum left = first.gradient(first.stage(tokens), 0, a);
    LossSum right = second.gradient(second.stage(dense), 0, b);
    double tolerance = precision == Precision.FLOAT ? 1e-6 : 1e-14;
    assertThat(left.loss()).isCloseTo(right.loss(), within(tolerance * right.loss()));
    for (int i = 0; i < a.length; i++) {
      assertThat(a[i]).isCloseTo(b[i], within(tolerance));
    }
  }

  @Test
  void writingRoundsToWhatTheNetworkHolds() {
    Examples examples = Networks.dense(4, 3, 2);
    Network network =
        Networks.mlp(Activation.RELU, Loss.MEAN_SQUARED_ERROR, true, 2)
            .build(examples, Precision.FLOAT, new SeedTree(1));
    double[] values = new double[network.layout().size()];
    Arrays.fill(values, 0.1);
    network.write(values);
    assertThat(values).containsOnly((double) 0.1f);
    assertThat(network.read()).isEqualTo(values);
  }

  @Test
  void evaluatingAgreesWithTheGradientPassAndChangesNothing() {
    Examples examples = Networks.dense(50, 6, 3);
    Network network =
        Networks.mlp(Activation.SILU, Loss.SOFTMAX_CROSS_ENTROPY, true, 8, 8)
            .build(examples, Precision.FLOAT, new SeedTree(2));
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    LossSum first = network.gradient(staged, 0, gradient);
    assertThat(network.evaluate(staged)).isEqualTo(first);
    double[] again = new double[gradient.length];
    network.gradient(staged, 0, again);
    assertThat(again).isEqualTo(gradient);
  }

  @Test
  void layoutNamesTheBlocksOfTheFlatVector() {
    Network network =
        Networks.mlp(Activation.RELU, Loss.SOFTMAX_CROSS_ENTROPY, true, 5, 4)
            .build(Networks.dense(3, 6, 2), Precision.FLOAT, new SeedTree(1));
    assertThat(network.layout().blocks().stream().map(b -> b.name() + b.offset()).toList())
        .containsExactly(
            "layer1.W0", "layer1.b30", "layer2.W35", "layer2.b55", "output.W59", "output.b67");
    assertThat(network.dl4j().getLayer(1).getParam("W").getDouble(3, 2))
        .isEqualTo(network.read()[35 + 2 * 5 + 3]);
  }

  @Test
  void initialisationsHaveTheirStatedSpreadAndScale() {
    double bound = 1 / Math.sqrt(100);
    double[] torch = new TorchDefault().weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(Arrays.stream(torch).map(Math::abs).max().orElse(0)).isBetween(0.99 * bound, bound);
    assertThat(deviation(torch)).isCloseTo(bound / Math.sqrt(3), within(0.01 * bound));
    double[] normal = new Normal(0.05).weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(normal)).isCloseTo(0.05, within(0.0005));
    double[] he = new He(false).weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(he)).isCloseTo(Math.sqrt(2.0 / 100), within(0.0015));
    double[] flat = new He(true).weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(flat)).isCloseTo(Math.sqrt(2.0 / 100), within(0.0015));
    assertThat(Arrays.stream(flat).map(Math::abs).max().orElse(0)).isLessThan(Math.sqrt(0.06));
    double[] glorot = new XavierNormal().weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(glorot)).isCloseTo(Math.sqrt(2.0 / 500), within(0.0005));
    double[] xavier = new XavierUniform().weights(100, 400, new SeedTree(1).stream("w"));
    assertThat(deviation(xavier)).isCloseTo(Math.sqrt(2.0 / 500), within(0.0005));
  }

  @Test
  void initScaleMultipliesWeightsAndBiases() {
    Mlp one = Networks.mlp(Activation.RELU, Loss.SOFTMAX_CROSS_ENTROPY, true, 5);
    Mlp eight = new Mlp(one.hidden(), one.activation(), true, one.initialisation(), 8, one.loss());
    Examples examples = Networks.dense(3, 6, 2);
    double[] small = one.build(examples, Precision.DOUBLE, new SeedTree(1)).read();
    double[] large = eight.build(examples, Precision.DOUBLE, new SeedTree(1)).read();
    for (int i = 0; i < small.length; i++) {
      assertThat(large[i]).isEqualTo(8 * small[i]);
    }
  }

  @Test
  void theHingeLossOfTwoClassesHasOneOutput() {
    Network network =
        Networks.mlp(Activation.RELU, Loss.HINGE, true, 5)
            .build(Networks.dense(8, 3, 2), Precision.FLOAT, new SeedTree(1));
    assertThat(network.layout().size()).isEqualTo(3 * 5 + 5 + 5 + 1);
  }

  @Test
  void theHingeLossOfMoreClassesIsRefused() {
    Mlp model = Networks.mlp(Activation.RELU, Loss.HINGE, true, 5);
    Examples examples = Networks.dense(8, 3, 97);
    assertThatThrownBy(() -> model.build(examples, Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "model.loss: must be a loss for 97 classes, got hinge"
                + " (hinge tells two classes apart, use softmaxCrossEntropy)");
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"SOFTMAX_CROSS_ENTROPY", "STABLE_MAX_CROSS_ENTROPY", "HINGE"})
  void numbersToBeMetAskForTheSquaredError(Loss loss) {
    Mlp model = Networks.mlp(Activation.RELU, loss, true, 5);
    Examples examples = Networks.numbers(8, 3, 2);
    assertThatThrownBy(() -> model.build(examples, Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "model.loss: must be meanSquaredError for targets that are no classes, got ");
  }

  @Test
  void aNetworkMeetsNumbersWithinTheirTolerance() {
    Examples two =
        new Examples(
            new DenseFeatures(new double[] {0, 0, 0, 0}, 2),
            new RealTargets(new double[] {1, 0.25}, 1, 0.1));
    Network network =
        Networks.mlp(Activation.TANH, Loss.MEAN_SQUARED_ERROR, true, 3)
            .build(two, Precision.FLOAT, new SeedTree(1));
    network.write(new double[network.layout().size()]);
    assertThat(network.evaluate(network.stage(two))).isEqualTo(new LossSum(1.0625, 1));
  }

  @Test
  void everyWrongNumberOfAModelIsNamed() {
    assertThatThrownBy(
            () ->
                new Mlp(
                    List.of(3, 0),
                    Activation.RELU,
                    true,
                    new TorchDefault(),
                    Double.NaN,
                    Loss.SOFTMAX_CROSS_ENTROPY))
        .isInstanceOf(UserError.class)
        .hasMessage("initScale: must be > 0, got NaN\nhidden[1]: must be in 1..100000, got 0");
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum / values.length);
  }
}

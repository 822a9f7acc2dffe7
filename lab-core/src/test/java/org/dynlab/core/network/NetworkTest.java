package org.dynlab.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.model.Mlp;
import org.dynlab.core.model.Networks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.TokenFeatures;
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
}

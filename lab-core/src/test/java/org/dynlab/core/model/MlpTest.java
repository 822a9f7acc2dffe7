package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.initialisation.TorchDefault;
import org.dynlab.core.network.Network;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MlpTest {

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
}

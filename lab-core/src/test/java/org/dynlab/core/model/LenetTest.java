package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.convolution.Pooling;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.loss.LossSum;
import org.dynlab.core.model.initialisation.TorchDefault;
import org.dynlab.core.model.initialisation.XavierUniform;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.ImageFeatures;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LenetTest {
  private static final ImageFeatures.Shape GREY = new ImageFeatures.Shape(1, 11, 10);
  private static final ImageFeatures.Shape COLOUR = new ImageFeatures.Shape(3, 10, 11);

  record Case(Lenet model, ImageFeatures.Shape image) {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Activation f : Activation.values()) {
      for (Pooling pooling : Pooling.values()) {
        cases.add(new Case(small(f, pooling, true, Loss.SOFTMAX_CROSS_ENTROPY), GREY));
        cases.add(new Case(small(f, pooling, false, Loss.MEAN_SQUARED_ERROR), COLOUR));
      }
    }
    return cases;
  }

  private static Lenet small(Activation f, Pooling pooling, boolean bias, Loss loss) {
    List<Integer> channels = List.of(2, 3);
    return new Lenet(
        channels, 3, 1, pooling, List.of(5, 4), f, bias, new TorchDefault(), 1.5, loss);
  }

  static Lenet standard() {
    return new Lenet(
        List.of(6, 16),
        5,
        2,
        Pooling.MAX,
        List.of(120, 84),
        Activation.RELU,
        true,
        new TorchDefault(),
        1,
        Loss.SOFTMAX_CROSS_ENTROPY);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsTheSlopeOfTheMeanLoss(Case each) {
    Examples examples = Images.random(6, each.image(), 4);
    Network network = each.model().build(examples, Precision.DOUBLE, new SeedTree(5));
    assertThat(Slopes.relativeDistance(network, examples)).isLessThan(1e-6);
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void evaluatingAgreesWithTheGradientPassAndChangesNothing(Pooling pooling) {
    Examples examples = Images.random(300, COLOUR, 4);
    Lenet model = small(Activation.RELU, pooling, true, Loss.SOFTMAX_CROSS_ENTROPY);
    Network network = model.build(examples, Precision.FLOAT, new SeedTree(2));
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    LossSum first = network.gradient(staged, 0, gradient);
    assertThat(network.evaluate(staged)).isEqualTo(first);
    double[] again = new double[gradient.length];
    network.gradient(staged, 0, again);
    assertThat(again).isEqualTo(gradient);
  }

  @Test
  void theStandardNetworkHasTheKnownNumberOfParametersAndFourTaps() {
    Examples examples = Images.random(2, new ImageFeatures.Shape(1, 28, 28), 10);
    Network network = standard().build(examples, Precision.FLOAT, new SeedTree(1));
    assertThat(network.layout().size()).isEqualTo(61_706);
    assertThat(network.hidden().stream().map(Tap::name).toList())
        .containsExactly("conv1", "conv2", "layer1", "layer2");
    assertThat(network.hidden().stream().map(Tap::width).toList())
        .containsExactly(6 * 14 * 14, 400, 120, 84);
    assertThat(network.layout().blocks().stream().map(b -> b.name() + b.offset()).toList())
        .containsExactly(
            "conv1.W0",
            "conv1.b150",
            "conv2.W156",
            "conv2.b2556",
            "layer1.W2572",
            "layer1.b50572",
            "layer2.W50692",
            "layer2.b60772",
            "output.W60856",
            "output.b61696");
  }

  @Test
  void convolutionsBeginWithTheSpreadOfTheirFans() {
    Examples examples = Images.random(2, new ImageFeatures.Shape(1, 28, 28), 10);
    Network torch = standard().build(examples, Precision.DOUBLE, new SeedTree(1));
    double[] values = torch.read();
    double largest =
        Arrays.stream(values, 156, 2556).map(Math::abs).max().orElse(0) * Math.sqrt(150);
    assertThat(largest).isBetween(0.99, 1.0);
    Lenet xavier =
        new Lenet(
            List.of(6, 16),
            5,
            2,
            Pooling.MAX,
            List.of(120, 84),
            Activation.TANH,
            true,
            new XavierUniform(),
            2,
            Loss.SOFTMAX_CROSS_ENTROPY);
    values = xavier.build(examples, Precision.DOUBLE, new SeedTree(1)).read();
    largest = Arrays.stream(values, 156, 2556).map(Math::abs).max().orElse(0);
    assertThat(largest / (2 * Math.sqrt(6.0 / (150 + 400)))).isBetween(0.99, 1.0);
    assertThat(Arrays.stream(values, 2556, 2572)).containsOnly(0.0);
  }

  @Test
  void inputsThatAreNoImagesAreRefused() {
    assertThatThrownBy(
            () -> standard().build(Networks.dense(4, 784, 10), Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "model: must fit the task: lenet reads images, got lenet with inputs that are no"
                + " images (take an image task (mnist, digits) or the model mlp)");
  }

  @Test
  void imagesThatAreTooSmallAreRefused() {
    Examples examples = Images.random(2, new ImageFeatures.Shape(1, 9, 12), 10);
    assertThatThrownBy(() -> standard().build(examples, Precision.FLOAT, new SeedTree(1)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "model.kernel: must leave a window of each image: conv2 needs at least 6x6 pixels,"
                + " got 4x6 (make the kernel smaller, the padding wider, or name fewer channels)");
  }

  @Test
  void everyWrongNumberIsNamed() {
    assertThatThrownBy(
            () ->
                new Lenet(
                    List.of(6, 0),
                    0,
                    -1,
                    Pooling.MAX,
                    List.of(),
                    Activation.RELU,
                    true,
                    new TorchDefault(),
                    Double.NaN,
                    Loss.SOFTMAX_CROSS_ENTROPY))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            kernel: must be in 1..100, got 0
            padding: must be in 0..100, got -1
            initScale: must be > 0, got NaN
            channels[1]: must be in 1..10000, got 0
            hidden: must name at least one, got []\
            """);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void bothPrecisionsAgree(Precision precision) {
    Examples examples = Images.random(20, GREY, 4);
    Lenet model = small(Activation.TANH, Pooling.AVERAGE, true, Loss.SOFTMAX_CROSS_ENTROPY);
    Network wide = model.build(examples, Precision.DOUBLE, new SeedTree(3));
    Network network = model.build(examples, precision, new SeedTree(3));
    wide.write(network.read());
    double expected = wide.evaluate(wide.stage(examples)).loss();
    assertThat(network.evaluate(network.stage(examples)).loss())
        .isCloseTo(expected, within(1e-5 * expected));
  }
}

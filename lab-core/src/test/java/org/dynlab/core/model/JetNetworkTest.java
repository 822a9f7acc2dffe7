package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.dynlab.core.task.ResidualTargets.Term;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class JetNetworkTest {
  private static final int POINTS = 9;
  private static final double H = 1e-2;

  static List<JetNetworks> networks() {
    List<JetNetworks> cases = new ArrayList<>();
    for (Activation f : Activation.values()) {
      for (boolean skip : new boolean[] {true, false}) {
        cases.add(
            new JetNetworks(
                new Jet(2, List.of(0, 1), List.of(0, 1), false), f, List.of(6, 6), true, skip));
      }
    }
    cases.removeIf(each -> !each.f().curved() || each.f() == Activation.ELU);
    return cases;
  }

  /** The channels of every point, as a residual gets to see them. */
  private static List<double[]> channels(Network network, Jet jet, DenseFeatures points) {
    List<double[]> seen = new ArrayList<>();
    Term listener =
        new Term(
            "listener",
            1,
            (known, u, slopes) -> {
              seen.add(u.clone());
              return u[0];
            });
    Examples all = JetNetworks.examples(points.rows(), jet, List.of(listener));
    double sum = network.evaluate(network.stage(new Examples(points, all.targets()))).loss();
    assertThat(seen.stream().mapToDouble(u -> u[0] * u[0]).sum()).isCloseTo(sum, within(1e-9));
    return seen;
  }

  /** u at one point, by Deeplearning4j's own call. */
  private static double value(Network network, double x, double y) {
    INDArray point = Nd4j.create(new double[][] {{x, y}});
    return network.dl4j().output(point).getDouble(0);
  }

  // Stencils of fourth order.
  @ParameterizedTest
  @MethodSource("networks")
  void derivativesAreDifferencesOfThePlainNetwork(JetNetworks each) {
    Network network = each.build(Precision.DOUBLE);
    DenseFeatures points = JetNetworks.points(POINTS, 2);
    List<double[]> channels = channels(network, each.jet(), points);
    for (int i = 0; i < POINTS; i++) {
      double x = points.value(i, 0);
      double y = points.value(i, 1);
      double[] alongX = new double[5];
      double[] alongY = new double[5];
      for (int k = 0; k < 5; k++) {
        alongX[k] = value(network, x + (k - 2) * H, y);
        alongY[k] = value(network, x, y + (k - 2) * H);
      }
      double[] u = channels.get(i);
      assertThat(u[0]).isCloseTo(alongX[2], within(1e-14 * (1 + Math.abs(u[0]))));
      assertThat(u[1]).isCloseTo(first(alongX), within(1e-5 * (1 + Math.abs(u[1]))));
      assertThat(u[2]).isCloseTo(first(alongY), within(1e-5 * (1 + Math.abs(u[2]))));
      assertThat(u[3]).isCloseTo(second(alongX), within(1e-5 * (1 + Math.abs(u[3]))));
      assertThat(u[4]).isCloseTo(second(alongY), within(1e-5 * (1 + Math.abs(u[4]))));
    }
  }

  private static double first(double[] u) {
    return (u[0] - 8 * u[1] + 8 * u[3] - u[4]) / (12 * H);
  }

  private static double second(double[] u) {
    return (-u[0] + 16 * u[1] - 30 * u[2] + 16 * u[3] - u[4]) / (12 * H * H);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theLaplacianIsTheSumOfTheSecondDerivatives(JetNetworks each) {
    Jet sum = Jet.withLaplacian(2);
    DenseFeatures points = JetNetworks.points(POINTS, 2);
    List<double[]> single = channels(each.build(Precision.DOUBLE), each.jet(), points);
    JetNetworks other = new JetNetworks(sum, each.f(), each.hidden(), true, each.skip());
    List<double[]> together = channels(other.build(Precision.DOUBLE), sum, points);
    for (int i = 0; i < POINTS; i++) {
      double expected = single.get(i)[3] + single.get(i)[4];
      assertThat(together.get(i)[3]).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void floatAndDoubleAgree(Precision precision) {
    Jet jet = new Jet(2, List.of(0, 1), List.of(0), false);
    JetNetworks kind = new JetNetworks(jet, Activation.TANH, List.of(20, 20), true, false);
    Network network = kind.build(precision);
    Network exact = kind.build(Precision.DOUBLE);
    double[] rounded = network.read();
    exact.write(rounded);
    Examples examples = JetNetworks.examples(700, jet, JetNetworks.terms());
    double[] gradient = new double[rounded.length];
    double[] expected = new double[rounded.length];
    double loss = network.gradient(network.stage(examples), 0, gradient).loss();
    double exactLoss = exact.gradient(exact.stage(examples), 0, expected).loss();
    double tolerance = precision == Precision.FLOAT ? 1e-5 : 1e-14;
    assertThat(loss).isCloseTo(exactLoss, within(tolerance * exactLoss));
    double norm = Math.sqrt(Arrays.stream(expected).map(g -> g * g).sum());
    for (int i = 0; i < gradient.length; i++) {
      assertThat(gradient[i]).isCloseTo(expected[i], within(tolerance * norm));
    }
  }

  @Test
  void instrumentsSeeTheValuesOfEveryHiddenLayer() {
    Jet jet = Jet.withLaplacian(2);
    Network network =
        new JetNetworks(jet, Activation.TANH, List.of(5, 4), true, false).build(Precision.DOUBLE);
    assertThat(network.hidden().stream().map(tap -> tap.name() + tap.width()).toList())
        .containsExactly("layer15", "layer24");
    DenseFeatures points = JetNetworks.points(POINTS, 2);
    List<Matrix> seen = network.hiddenOutputs(network.stageInputs(points), POINTS);
    List<INDArray> expected = network.dl4j().feedForward(points(points));
    for (int k = 0; k < 2; k++) {
      assertThat(seen.get(k).rows()).isEqualTo(POINTS);
      assertThat(seen.get(k).array()).isEqualTo(expected.get(k + 1));
    }
  }

  private static INDArray points(DenseFeatures points) {
    double[][] rows = new double[points.rows()][points.width()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = points.value(i, j);
      }
    }
    return Nd4j.create(rows);
  }

  @Test
  void aNetworkTrainedOnAnEquationIsJudgedByValuesAlone() {
    Jet jet = Jet.withLaplacian(2);
    Network network =
        new JetNetworks(jet, Activation.TANH, List.of(5), true, false).build(Precision.DOUBLE);
    List<Term> error = List.of(new Term("error", 1, JetNetworks.value()));
    Examples values = JetNetworks.examples(POINTS, Jet.value(2), error);
    Examples all = JetNetworks.examples(POINTS, jet, error);
    StagedExamples staged = network.stage(values);
    assertThat(staged.features().size(0)).isEqualTo(POINTS);
    double expected = network.evaluate(network.stage(all)).loss();
    assertThat(network.evaluate(staged).loss()).isCloseTo(expected, within(1e-13 * expected));
  }

  @Test
  void theLossIsTheWeightedSumOfTheMeansOfTheTermsThatHaveRows() {
    Jet jet = Jet.value(1);
    Network network =
        new JetNetworks(jet, Activation.TANH, List.of(3), true, false).build(Precision.DOUBLE);
    List<Term> terms =
        List.of(
            new Term("two", 3, (known, u, slopes) -> 2),
            new Term("five", 0.5, (known, u, slopes) -> 5),
            new Term("seven", 1, (known, u, slopes) -> 7));
    Examples all = JetNetworks.examples(9, jet, terms);
    Examples three = all.select(new int[] {0, 3, 4});
    assertThat(network.evaluate(network.stage(all)).loss() / 9)
        .isCloseTo(3 * 4 + 0.5 * 25 + 49, within(1e-12));
    assertThat(network.evaluate(network.stage(three)).loss() / 3)
        .isCloseTo(3 * 4 + 0.5 * 25, within(1e-12));
  }

  @Test
  void batchesOfTheSameSizeReuseTheirArrays() {
    Jet jet = Jet.withLaplacian(2);
    Network network =
        new JetNetworks(jet, Activation.SIN, List.of(6), true, false).build(Precision.DOUBLE);
    Examples all = JetNetworks.examples(20, jet, JetNetworks.terms());
    Examples first = all.select(new int[] {0, 1, 2, 3, 4});
    Examples second = all.select(new int[] {5, 6, 7, 8, 9});
    StagedExamples staged = network.stage(first);
    StagedExamples again = network.restage(staged, second);
    assertThat(again.features()).isSameAs(staged.features());
    double[] gradient = new double[network.layout().size()];
    double[] expected = new double[gradient.length];
    double loss = network.gradient(again, 0, gradient).loss();
    assertThat(network.gradient(network.stage(second), 0, expected).loss()).isEqualTo(loss);
    assertThat(gradient).isEqualTo(expected);
  }

  @Test
  void straightFunctionsAreRefusedWhereSecondDerivativesAreRead() {
    for (Activation f : List.of(Activation.RELU, Activation.IDENTITY)) {
      Mlp model = Networks.mlp(f, Loss.MEAN_SQUARED_ERROR, true, 4);
      Examples examples = JetNetworks.examples(4, Jet.withLaplacian(2), JetNetworks.terms());
      assertThatThrownBy(() -> model.build(examples, Precision.DOUBLE, new SeedTree(1)))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "model.activation: must have a second derivative that is not 0 almost everywhere,"
                  + " since the task's equation reads second derivatives, got "
                  + f.name().toLowerCase(Locale.ROOT)
                  + " (try tanh)");
    }
  }

  @Test
  void dropoutIsRefused() {
    assertThatThrownBy(() -> new JetLayers(Jet.value(1), Activation.TANH, 0.5))
        .isInstanceOf(UserError.class)
        .hasMessage("model.dropout: must be 0 for a task with an equation, got 0.5");
  }

  @Test
  void aMultiLayerPerceptronOfAnEquationLearnsIt() {
    Jet jet = new Jet(2, List.of(0, 1), List.of(0), false);
    Mlp model = Networks.mlp(Activation.TANH, Loss.MEAN_SQUARED_ERROR, true, 8, 8);
    Term heat =
        new Term(
            "heat",
            1,
            (known, u, slopes) -> {
              slopes[2] = 1;
              slopes[3] = -0.1;
              return u[2] - 0.1 * u[3] - known[0];
            });
    List<Term> terms = List.of(heat, new Term("boundary", 1, JetNetworks.value()));
    Examples examples = JetNetworks.examples(40, jet, terms);
    Network network = model.build(examples, Precision.DOUBLE, new SeedTree(1));
    assertThat(network.layout().blocks().get(5).columns()).isEqualTo(1);
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    double before = network.gradient(staged, 0, gradient).loss();
    double[] at = network.read();
    for (int step = 0; step < 500; step++) {
      network.gradient(staged, step, gradient);
      for (int i = 0; i < at.length; i++) {
        at[i] -= 0.05 * gradient[i];
      }
      network.write(at);
    }
    assertThat(network.evaluate(staged).loss()).isLessThan(0.9 * before);
  }

  @Test
  void theConfigurationSurvivesJson() {
    JetNetworks kind =
        new JetNetworks(
            new Jet(2, List.of(0, 1), List.of(1), false),
            Activation.SOFTPLUS,
            List.of(3, 3),
            false,
            true);
    MultiLayerNetwork network = kind.build(Precision.DOUBLE).dl4j();
    MultiLayerConfiguration back =
        MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson());
    assertThat(back).isEqualTo(network.getLayerWiseConfigurations());
    MultiLayerNetwork restored = new MultiLayerNetwork(back);
    restored.init(network.params().dup(), false);
    INDArray points = points(JetNetworks.points(POINTS, 2));
    assertThat(restored.output(points)).isEqualTo(network.output(points));
  }

  @Test
  void labelsThatNobodyStagedAreRefused() {
    Network network =
        new JetNetworks(Jet.value(2), Activation.TANH, List.of(3), true, false)
            .build(Precision.DOUBLE);
    MultiLayerNetwork dl4j = network.dl4j();
    dl4j.setInput(points(JetNetworks.points(4, 2)));
    dl4j.setLabels(Nd4j.zeros(Nd4j.defaultFloatingPointType(), 4, 1));
    assertThatThrownBy(dl4j::computeGradientAndScore)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("JetOutput: labels must stand for staged residuals");
  }
}

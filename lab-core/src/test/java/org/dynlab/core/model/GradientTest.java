package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient against central differences, in double. */
class GradientTest {

  record Case(Mlp model, boolean tokens) {
    Examples examples() {
      int classes = model.loss() == Loss.HINGE ? 2 : 4;
      return tokens ? Networks.tokens(9, 8, classes) : Networks.dense(9, 7, classes);
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Activation f : Activation.values()) {
      for (Loss loss : Loss.values()) {
        for (boolean bias : new boolean[] {true, false}) {
          cases.add(new Case(Networks.mlp(f, loss, bias, 5), true));
          cases.add(new Case(Networks.mlp(f, loss, bias, 6, 4), false));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsTheSlopeOfTheMeanLoss(Case each) {
    assertGradient(each.model(), each.examples());
  }

  @Test
  void theGradientOfNumbersToBeMetIsTheSlopeToo() {
    Mlp model = Networks.mlp(Activation.TANH, Loss.MEAN_SQUARED_ERROR, true, 6);
    assertGradient(model, Networks.numbers(9, 7, 3));
  }

  static List<String> options() {
    List<String> options = new ArrayList<>();
    for (String bias : List.of("true", "false", "hidden", "output", "[true, false, true, false]")) {
      for (String more : List.of("", ", residual: true", ", dropout: 0.3")) {
        options.add("hidden: [6, 6, 6], bias: " + bias + more);
      }
    }
    options.add("hidden: [6, 6, 6], residual: true, dropout: 0.5");
    return options;
  }

  @ParameterizedTest
  @MethodSource("options")
  void theGradientIsTheSlopeForEveryOptionWithEveryLoss(String option) {
    for (Loss loss : Loss.values()) {
      for (Activation f : List.of(Activation.RELU, Activation.TANH, Activation.IDENTITY)) {
        Mlp model = Networks.mlp("{" + option + described(f, loss) + "}");
        assertGradient(model, new Case(model, true).examples());
        assertGradient(model, new Case(model, false).examples());
      }
    }
  }

  private static String described(Activation f, Loss loss) {
    String words = Networks.yaml(Networks.mlp(f, loss, true, 1));
    return words.replaceAll(".*(, activation: \\w+).*(, loss: \\w+).*", "$1$2");
  }

  private static void assertGradient(Mlp model, Examples examples) {
    Network network = model.build(examples, Precision.DOUBLE, new SeedTree(5));
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    network.gradient(staged, 0, gradient);
    double norm = 0;
    double distance = 0;
    double[] at = network.read();
    for (int i = 0; i < at.length; i++) {
      double slope = slope(network, staged, at, i);
      norm += slope * slope;
      distance += (slope - gradient[i]) * (slope - gradient[i]);
    }
    assertThat(Math.sqrt(distance / norm)).isCloseTo(0, within(1e-6));
  }

  private static double slope(Network network, StagedExamples staged, double[] at, int i) {
    double h = 1e-5;
    double[] moved = at.clone();
    moved[i] = at[i] + h;
    network.write(moved);
    double above = loss(network, staged);
    moved[i] = at[i] - h;
    network.write(moved);
    double below = loss(network, staged);
    network.write(at.clone());
    return (above - below) / (2 * h) / staged.rows();
  }

  /** Of a gradient pass, so that dropout draws the same units each time. */
  private static double loss(Network network, StagedExamples staged) {
    return network.gradient(staged, 0, new double[network.layout().size()]).loss();
  }
}

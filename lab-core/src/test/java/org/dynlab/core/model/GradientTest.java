package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.engine.Activation;
import org.dynlab.core.engine.Loss;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient against central differences, in double. */
class GradientTest {

  record Case(Mlp model, boolean tokens) {}

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
    Examples examples = each.tokens() ? Networks.tokens(9, 8, 4) : Networks.dense(9, 7, 4);
    Network network = each.model().build(examples, Precision.DOUBLE, new SeedTree(5));
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
    double above = network.evaluate(staged).loss();
    moved[i] = at[i] - h;
    network.write(moved);
    double below = network.evaluate(staged).loss();
    network.write(at.clone());
    return (above - below) / (2 * h) / staged.rows();
  }
}

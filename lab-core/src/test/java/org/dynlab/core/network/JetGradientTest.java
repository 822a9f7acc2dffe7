package org.dynlab.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.model.JetNetworks;
import org.dynlab.core.model.Precision;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Jet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of residual losses against central differences, in double. */
class JetGradientTest {

  static List<JetNetworks> networks() {
    List<Jet> jets =
        List.of(
            Jet.value(2),
            new Jet(1, List.of(0), List.of(0), false),
            new Jet(2, List.of(0), List.of(), false),
            new Jet(2, List.of(0, 1), List.of(0), false),
            new Jet(2, List.of(0, 1), List.of(0, 1), false),
            new Jet(3, List.of(1, 2), List.of(2), false),
            Jet.withLaplacian(1),
            Jet.withLaplacian(3));
    List<JetNetworks> cases = new ArrayList<>();
    for (Activation f : Activation.values()) {
      for (Jet jet : jets) {
        if (f.curved() || !jet.secondOrder()) {
          cases.add(new JetNetworks(jet, f, List.of(4), true, false));
          cases.add(new JetNetworks(jet, f, List.of(5, 3, 4), false, false));
          cases.add(new JetNetworks(jet, f, List.of(4, 4, 4), true, true));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theGradientIsTheSlopeOfTheLoss(JetNetworks each) {
    Network network = each.build(Precision.DOUBLE);
    Examples examples = JetNetworks.examples(11, each.jet(), JetNetworks.terms());
    StagedExamples staged = network.stage(examples);
    double[] gradient = new double[network.layout().size()];
    double loss = network.gradient(staged, 0, gradient).loss();
    assertThat(network.evaluate(staged).loss()).isCloseTo(loss, within(1e-12 * loss));
    double[] at = network.read();
    double norm = 0;
    double distance = 0;
    for (int i = 0; i < at.length; i++) {
      double slope = slope(network, staged, at, i);
      norm += slope * slope;
      distance += (slope - gradient[i]) * (slope - gradient[i]);
    }
    assertThat(Math.sqrt(distance / norm)).isCloseTo(0, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void deeplearning4jComputesTheSameGradientLayerByLayer(JetNetworks each) {
    Network network = each.build(Precision.DOUBLE);
    StagedExamples staged =
        network.stage(JetNetworks.examples(150, each.jet(), JetNetworks.terms()));
    double[] gradient = new double[network.layout().size()];
    double loss = network.gradient(staged, 0, gradient).loss();
    double score = network.dl4j().score();
    network.dl4j().computeGradientAndScore();
    assertThat(score).isCloseTo(network.dl4j().score(), within(1e-12 * score));
    assertThat(score * staged.rows()).isCloseTo(loss, within(1e-12 * loss));
    double[] sums = network.dl4j().getFlattenedGradients().toDoubleVector();
    double norm = Math.sqrt(Arrays.stream(sums).map(g -> g * g).sum());
    double worst = 0;
    for (int i = 0; i < sums.length; i++) {
      worst = Math.max(worst, Math.abs(sums[i] - gradient[i] * staged.rows()));
    }
    assertThat(worst).isLessThan(1e-12 * norm);
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

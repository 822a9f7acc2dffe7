package org.dynlab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.layer.transformer.NormPlacement;
import org.dynlab.core.network.Network;
import org.dynlab.core.network.StagedExamples;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The transformer's gradient against central differences, in double. */
class TransformerGradientTest {
  private static final int STEP = 3;

  /** Every third parameter: coprime to all widths here, so that no row or column is left out. */
  private static final int STRIDE = 3;

  record Case(Transformer model, Examples examples) {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (NormPlacement norm : NormPlacement.values()) {
      for (int blocks : new int[] {1, 2}) {
        cases.add(plain(Transformers.options().norm(norm).blocks(blocks)));
        cases.add(seeingAll(Transformers.options().norm(norm).blocks(blocks)));
        cases.add(plain(Transformers.options().norm(norm).blocks(blocks).dropout(0.3)));
        cases.add(seeingAll(Transformers.options().norm(norm).blocks(blocks).dropout(0.3)));
      }
      cases.add(seeingAll(Transformers.options().norm(norm).blocks(3)));
    }
    for (Activation f : Activation.values()) {
      cases.add(
          new Case(
              Transformers.options().activation(f).dropout(0.2).blocks(2).small(),
              Transformers.sequences(5)));
    }
    cases.add(
        new Case(
            Transformers.options().outputs(TransformerOutputs.VOCABULARY).small(),
            Transformers.sequences(1)));
    cases.add(new Case(Transformers.options().sized(1, 5, 2), Transformers.mixed(4)));
    return cases;
  }

  private static Case plain(Transformers.Options options) {
    return new Case(options.small(), Transformers.sequences(7));
  }

  private static Case seeingAll(Transformers.Options options) {
    Transformer model = options.causal(false).biases(true).embeddingScale(2).small();
    return new Case(model, Transformers.mixed(7));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsTheSlopeOfTheMeanLoss(Case each) {
    Network network = each.model().build(each.examples(), Precision.DOUBLE, new SeedTree(5));
    Transformers.disturb(network);
    StagedExamples staged = network.stage(each.examples());
    double[] gradient = new double[network.layout().size()];
    network.gradient(staged, STEP, gradient);
    double norm = 0;
    double distance = 0;
    double[] at = network.read();
    for (int i = 0; i < at.length; i += STRIDE) {
      double slope = slope(network, staged, at, i);
      norm += slope * slope;
      distance += (slope - gradient[i]) * (slope - gradient[i]);
    }
    assertThat(norm).isPositive();
    assertThat(Math.sqrt(distance / norm)).isCloseTo(0, within(1e-6));
  }

  /** By Richardson's extrapolation: what normalisations curve would show in plain differences. */
  private static double slope(Network network, StagedExamples staged, double[] at, int i) {
    double h = 1e-4;
    double near = loss(network, staged, at, i, h) - loss(network, staged, at, i, -h);
    double far = loss(network, staged, at, i, 2 * h) - loss(network, staged, at, i, -2 * h);
    network.write(at.clone());
    return (8 * near - far) / (12 * h) / staged.rows();
  }

  /** With dropout, of the same draws at every point. */
  private static double loss(
      Network network, StagedExamples staged, double[] at, int i, double by) {
    double[] moved = at.clone();
    moved[i] += by;
    network.write(moved);
    return network.stochastic()
        ? network.gradient(staged, STEP, new double[at.length]).loss()
        : network.evaluate(staged).loss();
  }
}

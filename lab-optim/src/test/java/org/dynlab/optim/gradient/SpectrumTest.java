package org.dynlab.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.algebra.SingularVectors;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.rule.Chain;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.optim.Trajectory;
import org.dynlab.optim.descent.AdamW;
import org.dynlab.optim.descent.DecayOn;
import org.dynlab.optim.gradient.EqualisedGradient.Form;
import org.dynlab.optim.schedule.Constant;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that act on the singular values of weight matrices. */
class SpectrumTest {
  private static final double[] W = Matrices.random("w");
  private static final double[] G = Matrices.random("g");
  private static final EqualisedGradient SVD = new EqualisedGradient(Form.SVD, 1e-6);
  private static final EqualisedGradient COLUMNS = new EqualisedGradient(Form.COLUMNS, 1e-6);
  private static final AdamW ADAMW =
      new AdamW(new Constant(0.01), 0, 0.9, 0.95, 1e-10, DecayOn.ALL);

  private static Muon muon(double decay, String... left) {
    return new Muon(new Constant(0.02), decay, 0.95, true, 5, List.of(left), ADAMW);
  }

  /** U f(σ) Vᵀ, entry by entry. */
  private static double[] withSingularValues(double[] g, ParameterBlock block, double[] sigma) {
    SingularVectors vectors = new SingularVectors(block.rows(), block.columns());
    assertThat(vectors.decompose(g, block.offset())).isTrue();
    double[] product = new double[block.size()];
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        for (int k = 0; k < sigma.length; k++) {
          double u = vectors.left().entries().get(k * block.rows() + i);
          double v = vectors.right().entries().get(j * sigma.length + k);
          product[j * block.rows() + i] += u * sigma[k] * v;
        }
      }
    }
    return product;
  }

  @Test
  void equalisedGradientsHaveEqualSingularValuesAndTheSameVectors() {
    double[] out = Matrices.first(SVD, G, W);
    for (ParameterBlock block : Matrices.LAYOUT.weights()) {
      double[] ones = new double[Math.min(block.rows(), block.columns())];
      Arrays.fill(ones, 1);
      assertThat(Matrices.singularValues(out, block)).containsExactly(ones, within(1e-13));
      assertThat(Matrices.entries(out, block))
          .containsExactly(withSingularValues(G, block, ones), within(1e-13));
    }
  }

  @Test
  void equalisedColumnsHaveLengthOneAndTheirDirection() {
    double[] out = Matrices.first(COLUMNS, G, W);
    for (ParameterBlock block : Matrices.LAYOUT.weights()) {
      for (int j = 0; j < block.columns(); j++) {
        int from = block.offset() + j * block.rows();
        double[] column = Arrays.copyOfRange(G, from, from + block.rows());
        double norm = Math.sqrt(Arrays.stream(column).map(x -> x * x).sum());
        double[] expected = Arrays.stream(column).map(x -> x / norm).toArray();
        assertThat(Arrays.copyOfRange(out, from, from + block.rows()))
            .containsExactly(expected, within(1e-15));
      }
    }
  }

  @Test
  void directionsBelowTheFloorAreDividedByItAndNotBlownUp() {
    ParameterBlock block = Matrices.LAYOUT.weights().get(0);
    double[] g = G.clone();
    double[] sigma = {3, 1e-3, 1e-8, 0};
    System.arraycopy(withSingularValues(G, block, sigma), 0, g, block.offset(), block.size());
    double[] out = Matrices.first(new EqualisedGradient(Form.SVD, 1e-5), g, W);
    assertThat(Matrices.singularValues(out, block))
        .containsExactly(new double[] {1, 1, 1e-3, 0}, within(1e-10));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void equalisingTwiceIsEqualisingOnceAndTheScaleDoesNotMatter(Form form) {
    UpdateRule rule = new EqualisedGradient(form, 1e-6);
    double[] once = Matrices.first(rule, G, W);
    double[] larger = Arrays.stream(G).map(x -> 100 * x).toArray();
    for (ParameterBlock block : Matrices.LAYOUT.weights()) {
      double[] expected = Matrices.entries(once, block);
      assertThat(Matrices.entries(Matrices.first(rule, once, W), block))
          .containsExactly(expected, within(1e-13));
      assertThat(Matrices.entries(Matrices.first(rule, larger, W), block))
          .containsExactly(expected, within(1e-13));
    }
  }

  @Test
  void biasesAndGainsKeepTheirGradients() {
    for (UpdateRule rule : List.of(SVD, COLUMNS, new OrthogonaliseUpdate(5))) {
      double[] out = Matrices.first(rule, G, W);
      assertThat(Arrays.copyOfRange(out, 28, 36)).isEqualTo(Arrays.copyOfRange(G, 28, 36));
      assertThat(Arrays.copyOfRange(out, 72, 81)).isEqualTo(Arrays.copyOfRange(G, 72, 81));
    }
  }

  @Test
  void aMatrixThatIsNotFiniteBecomesNotANumberAndTheOtherDoesNot() {
    double[] bad = G.clone();
    bad[3] = Double.POSITIVE_INFINITY;
    for (UpdateRule rule : List.of(SVD, new OrthogonaliseUpdate(5))) {
      double[] out = Matrices.first(rule, bad, W);
      assertThat(Arrays.copyOf(out, 28)).containsOnly(Double.NaN);
      assertThat(Arrays.copyOfRange(out, 36, 72)).doesNotContain(Double.NaN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 8})
  void newtonSchulzTakesEverySingularValueThroughTheQuintic(int iterations) {
    double[] out = Matrices.first(new OrthogonaliseUpdate(iterations), G, W);
    for (ParameterBlock block : Matrices.LAYOUT.weights()) {
      double[] sigma = Matrices.singularValues(G, block);
      double norm = Math.sqrt(Arrays.stream(sigma).map(s -> s * s).sum()) + 1e-7;
      double scale = Math.sqrt(Math.max(1, (double) block.columns() / block.rows()));
      double[] expected =
          Arrays.stream(sigma).map(s -> scale * quintic(s / norm, iterations)).toArray();
      assertThat(Matrices.entries(out, block))
          .containsExactly(withSingularValues(G, block, expected), within(1e-12));
    }
  }

  private static double quintic(double sigma, int iterations) {
    double s = sigma;
    for (int k = 0; k < iterations; k++) {
      s = 3.4445 * s - 4.7750 * Math.pow(s, 3) + 2.0315 * Math.pow(s, 5);
    }
    return s;
  }

  @Test
  void fiveIterationsBringSingularValuesNearOne() {
    double[] out = Matrices.first(new OrthogonaliseUpdate(5), G, W);
    List<ParameterBlock> weights = Matrices.LAYOUT.weights();
    for (double s : Matrices.singularValues(out, weights.get(0))) {
      assertThat(s).isBetween(0.67, 1.3);
    }
    for (double s : Matrices.singularValues(out, weights.get(1))) {
      assertThat(s / 1.5).isBetween(0.67, 1.3);
    }
    for (double s = 0.01; s <= 1; s += 1e-3) {
      assertThat(quintic(s, 5)).isBetween(0.68, 1.14);
    }
  }

  @Test
  void aMatrixOfZerosStaysZero() {
    for (UpdateRule rule : List.of(SVD, COLUMNS, new OrthogonaliseUpdate(5))) {
      assertThat(Matrices.first(rule, new double[G.length], W)).containsOnly(0.0);
    }
  }

  @Test
  void muonMovesMatricesOrthogonallyAndTheRestByAdamW() {
    double[] out = Matrices.first(muon(0, "layer2.W"), G, W);
    double[] free = Matrices.first(Chain.of(ADAMW), G, W);
    double[] turned = Matrices.first(new OrthogonaliseUpdate(5), G, W);
    for (int i = 0; i < out.length; i++) {
      double expected = i < 28 ? -0.02 * turned[i] : free[i];
      assertThat(out[i]).as("entry %s", i).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void muonsMomentumLooksAheadAndItsDecayIsDecoupled() {
    RuleState state = muon(0.5).begin(Matrices.LAYOUT, Trajectory.SEEDS);
    double[] second = Matrices.random("second");
    state.rewrite(G.clone(), new Trajectory.Step(1, W));
    double[] update = second.clone();
    state.rewrite(update, new Trajectory.Step(2, W));
    double[] ahead = new double[G.length];
    Arrays.setAll(ahead, i -> second[i] + 0.95 * (0.95 * G[i] + second[i]));
    double[] turned = Matrices.first(new OrthogonaliseUpdate(5), ahead, W);
    for (int i = 36; i < 72; i++) {
      assertThat(update[i]).isCloseTo(-0.02 * (turned[i] + 0.5 * W[i]), within(1e-12));
    }
  }

  @Test
  void muonRefusesABlockThatIsNotThereAndANetworkItWouldNotTouch() {
    assertThatThrownBy(() -> muon(0, "layer3.W").begin(Matrices.LAYOUT, Trajectory.SEEDS))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "optimizer: must name a block in adamwBlocks, got layer3.W"
                + " (blocks: [layer1.W, layer1.b, layer1.g, layer2.W, layer2.b])");
    assertThatThrownBy(
            () -> muon(0, "layer1.W", "layer2.W").begin(Matrices.LAYOUT, Trajectory.SEEDS))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("optimizer: must leave a weight matrix to muon");
  }
}
